package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.tree.Fields;
import java.util.List;
import java.util.Optional;

/** What is said about a suggestion, as it is stored beside what it proposes. */
public final class SuggestionDocument {

    private static final String KIND = "suggestion";
    private static final List<String> KNOWN = StoredJson.known("profile", "baseVersion", "note", "answer", "version");

    private SuggestionDocument() {}

    /**
     * What is said.
     *
     * @param profile the profile as {@code owner/name}
     * @param baseVersion the version the suggestion starts from
     * @param note what it is about
     * @param answer what the owner said
     * @param version the version it became
     */
    public record Content(
            String profile,
            int baseVersion,
            Optional<String> note,
            Optional<String> answer,
            Optional<Integer> version) {

        /** The same, answered. */
        public Content answered(String words) {
            return new Content(profile, baseVersion, note, Optional.of(words), version);
        }

        /** The same, published. */
        public Content published(int number) {
            return new Content(profile, baseVersion, note, answer, Optional.of(number));
        }
    }

    /** The document. */
    public static String encode(Content content) {
        return StoredJson.write(StoredJson.envelope(KIND)
                .put("profile", content.profile())
                .put("baseVersion", (long) content.baseVersion())
                .put("note", content.note())
                .put("answer", content.answer())
                .put("version", content.version().map(Integer::longValue)));
    }

    /** Reads a document. */
    public static Content decode(String document) {
        return StoredJson.read(KIND, document, (tree, path) -> {
            Fields fields = Fields.of(tree, path, KNOWN);
            return new Content(
                    fields.text("profile"),
                    fields.number("baseVersion"),
                    fields.optionalText("note"),
                    fields.optionalText("answer"),
                    fields.optionalNumber("version"));
        });
    }
}
