package io.stackprofile.core.internal.standing;

import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlScalar;

/** Puts a version's scalar in place of a target's, spelled as the version spells it where that can stand there. */
final class VersionText {

    private VersionText() {}

    static void put(YamlEditor editor, YamlScalar target, String source, YamlScalar scalar) {
        String raw = scalar.span().of(source);
        boolean quoted = scalar.style() == ScalarStyle.SINGLE_QUOTED || scalar.style() == ScalarStyle.DOUBLE_QUOTED;
        boolean plain = scalar.style() == ScalarStyle.PLAIN && !target.context().inFlow();
        boolean oneLine = raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0;
        if (oneLine && (quoted || plain)) {
            editor.replaceRaw(target, raw);
        } else if (!target.text().equals(scalar.text())) {
            editor.replaceText(target, scalar.text());
        }
    }
}
