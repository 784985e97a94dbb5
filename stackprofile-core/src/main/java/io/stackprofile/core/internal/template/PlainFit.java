package io.stackprofile.core.internal.template;

import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.Optional;

/** Decides whether a text can stand as a plain scalar of one line and be read as that text. */
final class PlainFit {

    private PlainFit() {}

    /** Whether {@code text} is read as a string, and as this one, at a place of this context. */
    static boolean holds(ScalarContext context, String text) {
        if (YamlEmitter.part(context.withStyle(ScalarStyle.PLAIN), "", text, "").isPresent()) {
            return true;
        }
        // The emitter shuns what begins like an indicator; --base-url=... is plain for all that.
        return !context.key() && !context.inFlow() && isPlainDash(text) && isString(text);
    }

    private static boolean isPlainDash(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isString(String text) {
        try {
            YamlFile file = YamlFile.parse(text);
            Optional<YamlNode> root =
                    file.documents().size() == 1 ? file.documents().get(0).root() : Optional.empty();
            return root.filter(node -> node instanceof YamlScalar scalar
                            && scalar.style() == ScalarStyle.PLAIN
                            && scalar.span().length() == text.length()
                            && scalar.text().equals(text)
                            && scalar.value().kind() == YamlValue.Kind.STRING)
                    .isPresent();
        } catch (YamlException notPlain) {
            return false;
        }
    }
}
