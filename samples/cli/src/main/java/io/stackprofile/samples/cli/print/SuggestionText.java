package io.stackprofile.samples.cli.print;

import io.stackprofile.Page;
import io.stackprofile.draft.Suggestion;
import io.stackprofile.draft.SuggestionSummary;

/** Shows suggestions. */
public final class SuggestionText {

    private SuggestionText() {}

    /** One suggestion a line. */
    public static String list(Page<SuggestionSummary> page) {
        if (page.items().isEmpty()) {
            return "No suggestions.\n";
        }
        Table table = Table.of("SUGGESTION", "PROFILE", "FROM", "STATUS", "CHANGED", "NOTE");
        for (SuggestionSummary suggestion : page.items()) {
            table.row(
                    suggestion.id(),
                    suggestion.profile() + " v" + suggestion.baseVersion(),
                    suggestion.organisation() + "/" + suggestion.createdBy(),
                    ProfileText.word(suggestion.status()),
                    ProfileText.time(suggestion.updatedAt()),
                    suggestion.note().orElse("-"));
        }
        return table.render();
    }

    /** A suggestion and what it would make of the profile. */
    public static String show(Suggestion suggestion) {
        String contents = suggestion
                .spec()
                .map(spec -> VersionText.contents(spec, suggestion.parameters(), suggestion.rules()))
                .orElse("");
        return summary(suggestion.summary()) + contents;
    }

    /** A suggestion without what it would make of the profile. */
    public static String summary(SuggestionSummary suggestion) {
        return new Fields()
                .add("suggestion", suggestion.id())
                .add("profile", suggestion.profile() + " v" + suggestion.baseVersion())
                .add("from", suggestion.organisation() + "/" + suggestion.createdBy())
                .add("status", ProfileText.word(suggestion.status()))
                .add("note", suggestion.note())
                .add("answer", suggestion.answer())
                .add("version", suggestion.version().map(version -> "v" + version))
                .add("revision", suggestion.revision())
                .render();
    }
}
