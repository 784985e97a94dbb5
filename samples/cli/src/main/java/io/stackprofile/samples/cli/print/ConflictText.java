package io.stackprofile.samples.cli.print;

import io.stackprofile.draft.DraftRebase;
import io.stackprofile.draft.MergeConflict;
import java.util.List;
import java.util.Optional;

/** Shows what came of a rebase. */
public final class ConflictText {

    private static final int WIDEST = 40;

    private ConflictText() {}

    /** The draft, or the conflicts by which it is as it was. */
    public static String rebase(DraftRebase rebase) {
        if (rebase.rebased()) {
            return DraftText.show(rebase.draft());
        }
        return list(rebase.conflicts()) + "\nNothing was changed.\n";
    }

    static String list(List<MergeConflict> conflicts) {
        Table table = Table.of("CONFLICT", "WHAT", "BASE", "THEIRS", "OURS");
        for (MergeConflict conflict : conflicts) {
            table.row(
                    conflict.id(),
                    conflict.message(),
                    side(conflict.base()),
                    side(conflict.theirs()),
                    side(conflict.ours()));
        }
        return table.render();
    }

    static String side(Optional<String> value) {
        String line = value.map(text -> text.lines().findFirst().orElse("")).orElse("-");
        return line.length() > WIDEST ? line.substring(0, WIDEST) + "..." : line;
    }
}
