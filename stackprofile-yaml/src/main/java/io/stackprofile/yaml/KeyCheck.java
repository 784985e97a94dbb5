package io.stackprofile.yaml;

import io.stackprofile.yaml.YamlException.Code;
import java.util.HashMap;
import java.util.Map;

/** Refuses keys that JSON cannot hold, and a key that stands twice in one mapping. */
final class KeyCheck {
    private static final int LONGEST_NAMED = 40;

    private final Map<String, YamlNode> seen = new HashMap<>();

    void check(Source source, YamlNode key) {
        if (!(key.resolve() instanceof YamlScalar scalar) || !KeyName.isSupported(scalar)) {
            throw new YamlException(
                    Code.UNSUPPORTED_KEY,
                    "a key must be text, a number of 64 bits or a boolean",
                    source.place(key.span().start()));
        }
        // A merge key may stand twice; Go applies both.
        if (key == scalar && KeyName.isMerge(scalar)) {
            return;
        }
        YamlNode before = seen.putIfAbsent(KeyName.of(scalar), key);
        if (before != null) {
            String text = scalar.text();
            throw new YamlException(
                    Code.DUPLICATE_KEY,
                    isPlainName(text)
                            ? "the key " + text + " stands twice in one mapping"
                            : "a key stands twice in one mapping",
                    source.place(key.span().start()),
                    source.place(before.span().start()));
        }
    }

    /** Whether a key is a short plain identifier, which a message may name. */
    static boolean isPlainName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAMED) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || (c != '_' && c != '-' && c != '.' && (c < '0' || c > '9')))) {
                return false;
            }
        }
        return true;
    }
}
