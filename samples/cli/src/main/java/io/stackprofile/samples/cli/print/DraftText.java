package io.stackprofile.samples.cli.print;

import io.stackprofile.Page;
import io.stackprofile.draft.DraftSummary;
import io.stackprofile.draft.ProfileDraft;

/** Shows drafts of profiles. */
public final class DraftText {

    private DraftText() {}

    /** A listing, one draft a line. */
    public static String list(Page<DraftSummary> page) {
        if (page.items().isEmpty()) {
            return "No drafts.\n";
        }
        Table table = Table.of("DRAFT", "PROFILE", "REVISION", "CHANGED", "BY");
        for (DraftSummary draft : page.items()) {
            table.row(
                    draft.id(), draft.name(), draft.revision(), ProfileText.time(draft.updatedAt()), draft.updatedBy());
        }
        return table.render();
    }

    /** A draft, without the members' texts. */
    public static String show(ProfileDraft draft) {
        Fields fields = new Fields()
                .add("draft", draft.id())
                .add(
                        "profile",
                        draft.name()
                                + draft.baseVersion().map(v -> ", after v" + v).orElse(", new"))
                .add("revision", draft.revision())
                .add("redactions", draft.report().redactions().size())
                .add("warnings", draft.report().warnings().size())
                .add("created", ProfileText.time(draft.createdAt()) + " by " + draft.createdBy())
                .add("changed", ProfileText.time(draft.updatedAt()) + " by " + draft.updatedBy());
        return fields.render()
                + VersionText.contents(draft.spec(), draft.parameters(), draft.rules())
                + VersionText.warnings(draft.report());
    }
}
