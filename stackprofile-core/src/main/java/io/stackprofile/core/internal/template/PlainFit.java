package io.stackprofile.core.internal.template;

import io.stackprofile.yaml.ScalarContext;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlEmitter;

/** Decides whether a text can stand as a plain scalar of one line and be read as that text. */
final class PlainFit {

    private PlainFit() {}

    /** Whether {@code text} is read as a string, and as this one, at a place of this context. */
    static boolean holds(ScalarContext context, String text) {
        return YamlEmitter.part(context.withStyle(ScalarStyle.PLAIN), "", text, "")
                .isPresent();
    }
}
