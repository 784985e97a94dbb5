package io.stackprofile.core.internal.source;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a member's text, and translates the parser's refusals into errors that name member, file and line. */
public final class MemberText {

    private static final int DEEPEST = 1000;
    private static final Pattern PLACE = Pattern.compile(" \\(line \\d+, column \\d+\\).*", Pattern.DOTALL);

    private MemberText() {}

    /**
     * Reads {@code text}.
     *
     * @throws InvalidContentException {@link ErrorCode#MALFORMED}, {@link ErrorCode#DUPLICATE_KEY} or
     *     {@link ErrorCode#LIMIT_EXCEEDED}; without content and without a cause, since both may hold secrets
     */
    public static YamlFile parse(MemberRef ref, Optional<String> file, String text, Limits limits) {
        try {
            return YamlFile.parse(text, yamlLimits(limits));
        } catch (YamlException refused) {
            throw translate(ref, file, refused);
        }
    }

    /** The same limits as the YAML module takes them. */
    public static YamlLimits yamlLimits(Limits limits) {
        return new YamlLimits(
                limits.memberSize(), Math.min(limits.depth(), DEEPEST), limits.nodes(), limits.aliasExpansion());
    }

    private static InvalidContentException translate(MemberRef ref, Optional<String> file, YamlException refused) {
        Location location = Location.builder()
                .file(file)
                .member(ref)
                .line(refused.line())
                .column(refused.column())
                .build();
        return switch (refused.code()) {
            case DUPLICATE_KEY ->
                new InvalidContentException(
                        ErrorCode.DUPLICATE_KEY,
                        "a mapping has the same key twice"
                                + refused.first()
                                        .map(first -> "; it stands first at line " + first.line())
                                        .orElse(""),
                        "Keep one of the two.",
                        location);
            case LIMIT ->
                new InvalidContentException(
                        ErrorCode.LIMIT_EXCEEDED, problem(refused), "Make it smaller, or raise the limit.", location);
            default ->
                new InvalidContentException(ErrorCode.MALFORMED, problem(refused), remedy(refused.code()), location);
        };
    }

    private static String problem(YamlException refused) {
        return PLACE.matcher(String.valueOf(refused.getMessage())).replaceFirst("");
    }

    private static String remedy(YamlException.Code code) {
        return switch (code) {
            case UNKNOWN_ALIAS -> "Put the anchor before the alias, in the same document.";
            case ALIAS_CYCLE -> "Move the alias out of the node it names.";
            case UNSUPPORTED_KEY -> "Write the key as text.";
            case BAD_MERGE -> "Give the merge key a mapping or a list of mappings.";
            case BAD_VALUE -> "Quote the value if it is meant as text.";
            default -> "Mend the YAML at this place.";
        };
    }
}
