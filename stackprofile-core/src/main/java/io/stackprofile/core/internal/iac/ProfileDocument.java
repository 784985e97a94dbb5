package io.stackprofile.core.internal.iac;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlEmitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A version as one YAML document, {@code kind: StackProfile}. It carries what a profile is, and nothing of where it was:
 * no organisation, id, number, time or person. The same content always gives the same bytes.
 */
public final class ProfileDocument {

    static final String API_VERSION = "stackprofile.io/v1";
    static final String KIND = "StackProfile";

    private static final String HEADER = """
            # A stack profile: a stack's members with ${{ parameters.NAME }} placeholders, and the parameters that fill them.
            # To import it after an edit by hand, remove the line with the digest.
            """;

    private ProfileDocument() {}

    /**
     * What a document carries.
     *
     * @param name the profile's name
     * @param description what the profile is for
     * @param category one word to file it under
     * @param tags words to find it by
     * @param channel the version's channel
     * @param changelog what the version changed, Markdown
     * @param spec the members, with placeholders
     * @param parameters what fills them, in order
     * @param rules what must hold between their values
     */
    public record Content(
            String name,
            Optional<String> description,
            Optional<String> category,
            List<String> tags,
            String channel,
            Optional<String> changelog,
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules) {

        /** Copies the lists. */
        public Content {
            tags = List.copyOf(tags);
            parameters = List.copyOf(parameters);
            rules = List.copyOf(rules);
        }
    }

    /**
     * Writes a document. {@link #read} gives the same content back, every text to the character.
     *
     * @throws InvalidContentException {@link ErrorCode#MALFORMED} when a text holds half of a surrogate pair
     */
    public static String write(Content content) {
        Map<String, Object> document = new Entries()
                .put("apiVersion", API_VERSION)
                .put("kind", KIND)
                .put("metadata", metadata(content))
                .put("spec", spec(content))
                .map();
        try {
            return HEADER + YamlEmitter.document(document);
        } catch (IllegalArgumentException refused) {
            throw new InvalidContentException(
                    ErrorCode.MALFORMED,
                    "a text of the profile holds half of a surrogate pair, which no encoding can carry",
                    "Replace the broken character.",
                    Location.unknown());
        }
    }

    /**
     * Reads a document, one that {@link #write} made or one written by hand.
     *
     * @param source what to call the text in errors: a file's name
     * @throws InvalidContentException with file, path and line: {@link ErrorCode#MALFORMED} when the text is not such a
     *     document or does not fit its digest, {@link ErrorCode#DUPLICATE_KEY}, {@link ErrorCode#UNSUPPORTED_FORMAT} for a
     *     later {@code apiVersion}, {@link ErrorCode#LIMIT_EXCEEDED}
     */
    public static Content read(String text, Optional<String> source, Limits limits) {
        return DocumentReader.read(text, source, limits);
    }

    private static Map<String, Object> metadata(Content content) {
        return new Entries()
                .put("name", content.name())
                .put("description", content.description())
                .put("category", content.category())
                .put("tags", content.tags(), Function.identity())
                .map();
    }

    private static Map<String, Object> spec(Content content) {
        return new Entries()
                .put("description", content.spec().description())
                .put("channel", content.channel())
                .put("changelog", content.changelog())
                .put(
                        "digest",
                        VersionDigest.of(content.spec(), content.parameters(), content.rules())
                                .text())
                .put("parameters", content.parameters(), parameter -> ParameterTree.of(parameter, ValueTree::natural))
                .put("rules", content.rules(), rule -> RuleTree.of(rule, ValueTree::natural))
                .put("members", content.spec().members(), member -> MemberTree.of(member, Function.identity()))
                .map();
    }
}
