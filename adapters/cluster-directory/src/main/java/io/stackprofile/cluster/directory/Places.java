package io.stackprofile.cluster.directory;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import java.util.Optional;

/** Says of a place in a file what else is known of it. */
final class Places {

    private Places() {}

    /** The same place, as that of a member. */
    static Location of(MemberRef member, Location at) {
        return Location.builder()
                .file(at.file())
                .member(member)
                .line(at.line())
                .column(at.column())
                .build();
    }

    /** The same refusal, of something that the entry of a member declares. */
    static InvalidContentException of(MemberRef member, Entry entry, InvalidContentException refused) {
        Location at = refused.location();
        boolean inEntry = at.file().equals(Optional.of(entry.file().path()));
        Location placed = Location.builder()
                .file(at.file())
                .member(at.member().orElse(member))
                .document(at.document())
                .path(at.path().or(() -> Optional.of(entry.pointer()).filter(pointer -> inEntry)))
                .line(at.line())
                .column(at.column())
                .build();
        return new InvalidContentException(refused.code(), refused.problem(), refused.remedy(), placed);
    }

    /** The line of the same file. */
    static Location line(int line, Location at) {
        return Location.builder().file(at.file()).member(at.member()).line(line).build();
    }
}
