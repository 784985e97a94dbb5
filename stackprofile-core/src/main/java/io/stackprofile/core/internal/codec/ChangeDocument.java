package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.profile.ProfileState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one change of a profile was, as it is stored with the revision it made. */
public final class ChangeDocument {

    private static final String KIND = "profile change";
    private static final List<String> KNOWN =
            StoredJson.known("what", "version", "digest", "fields", "sharedWith", "before", "after");
    private static final List<String> STATE = List.of("name", "currentVersion", "digest");

    private ChangeDocument() {}

    /**
     * What a document says beside who made which revision of which profile.
     *
     * @param kind what was done
     * @param version the version it was done to
     * @param digest that version's digest
     * @param fields which metadata changed
     * @param sharedWith the organisation it was shared with
     * @param before what the profile was
     * @param after what the profile is
     */
    public record Content(
            ProfileChange.Kind kind,
            Optional<Integer> version,
            Optional<Digest> digest,
            List<String> fields,
            Optional<String> sharedWith,
            Optional<ProfileState> before,
            Optional<ProfileState> after) {

        /** Copies the list. */
        public Content {
            fields = List.copyOf(fields);
        }
    }

    /** The document of a change. */
    public static String encode(Content content) {
        return StoredJson.write(StoredJson.envelope(KIND)
                .put("what", Fields.label(content.kind()))
                .put("version", content.version().map(Integer::longValue))
                .put("digest", content.digest().map(Digest::text))
                .put("fields", content.fields(), field -> field)
                .put("sharedWith", content.sharedWith())
                .put("before", content.before().map(ChangeDocument::tree))
                .put("after", content.after().map(ChangeDocument::tree)));
    }

    /** Reads the document of the change that made {@code revision}. */
    public static Content decode(String document, long revision) {
        return StoredJson.read(KIND, document, (tree, path) -> {
            Fields fields = Fields.of(tree, path, KNOWN);
            return new Content(
                    fields.choice("what", ProfileChange.Kind.values()),
                    fields.optionalNumber("version"),
                    fields.optionalParsed("digest", Digest::of),
                    fields.texts("fields"),
                    fields.optionalText("sharedWith"),
                    fields.optionalValue("before", (state, at) -> state(revision - 1, state, at)),
                    fields.optionalValue("after", (state, at) -> state(revision, state, at)));
        });
    }

    private static Map<String, Object> tree(ProfileState state) {
        return new Entries()
                .put("name", state.name())
                .put("currentVersion", (long) state.currentVersion())
                .put("digest", state.digest().text())
                .map();
    }

    private static ProfileState state(long revision, @Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, STATE);
        return new ProfileState(
                revision, fields.text("name"), fields.number("currentVersion"), fields.parsed("digest", Digest::of));
    }
}
