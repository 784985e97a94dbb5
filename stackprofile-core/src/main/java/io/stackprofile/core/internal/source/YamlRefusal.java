package io.stackprofile.core.internal.source;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the YAML reader's refusals into ours: with the place, without the content and without a cause. */
public final class YamlRefusal {

    private static final Pattern PLACE = Pattern.compile(" \\(line \\d+, column \\d+\\).*", Pattern.DOTALL);

    private YamlRefusal() {}

    /** The same refusal, of the text that file and member name. */
    public static InvalidContentException translate(
            Optional<String> file, Optional<MemberRef> member, YamlException refused) {
        Location location = Location.builder()
                .file(file)
                .member(member)
                .path(refused.path())
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
