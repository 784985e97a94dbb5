package io.stackprofile.samples.cli.print;

import io.stackprofile.Page;
import io.stackprofile.profile.ProfileChange;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what happened to a profile. */
public final class HistoryText {

    private HistoryText() {}

    /** One change a line. */
    public static String list(Page<ProfileChange> page) {
        Table table = Table.of("REVISION", "WHEN", "BY", "WHAT", "CURRENT", "DIGEST");
        for (ProfileChange change : page.items()) {
            table.row(
                    change.revision(),
                    ProfileText.time(change.at()),
                    change.by(),
                    what(change),
                    change.after().map(state -> "v" + state.currentVersion()).orElse("-"),
                    change.digest()
                            .or(() -> change.after().map(state -> state.digest()))
                            .map(Object::toString)
                            .orElse("-"));
        }
        return table.render();
    }

    private static String what(ProfileChange change) {
        return Stream.of(
                        Stream.of(ProfileText.word(change.kind()).replace('_', ' ')),
                        change.version().map(version -> "v" + version).stream(),
                        change.sharedWith().stream(),
                        change.fields().stream())
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
