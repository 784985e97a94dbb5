package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;

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

    /** The line of the same file. */
    static Location line(int line, Location at) {
        return Location.builder().file(at.file()).member(at.member()).line(line).build();
    }
}
