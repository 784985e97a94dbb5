package io.stackprofile.core.internal.source;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.Optional;

/** Reads a member's text, and translates the parser's refusals into errors that name member, file and line. */
public final class MemberText {

    private static final int DEEPEST = 1000;

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
            throw YamlRefusal.translate(file, Optional.of(ref), refused);
        }
    }

    /** The same limits as the YAML module takes them. */
    public static YamlLimits yamlLimits(Limits limits) {
        return new YamlLimits(
                limits.memberSize(), Math.min(limits.depth(), DEEPEST), limits.nodes(), limits.aliasExpansion());
    }
}
