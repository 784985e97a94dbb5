package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import java.util.Locale;
import java.util.Set;

/** Recognises a text that should be a YAML document, is none, and keeps secrets where line rules do not reach. */
public final class UnreadableDocument {

    private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");
    // A key whose value begins on the next line.
    private static final Pattern OPENED = Pattern.compile(
            "(?m)^[ \\t-]*[\"']?([A-Za-z_][A-Za-z0-9_.-]{0,80})[\"']?[ \\t]*:[ \\t]*[|>][0-9+-]{0,2}[ \\t]*\\r?$");

    private UnreadableDocument() {}

    public static boolean holdsSecret(String text, Place place, EmbeddedScan embedded, CredentialNames names) {
        String key = place.step().toLowerCase(Locale.ROOT);
        if (text.indexOf('\n') < 0 || ENDINGS.stream().noneMatch(key::endsWith)) {
            return false;
        }
        Matcher opened = OPENED.matcher(text);
        while (opened.find()) {
            if (names.of(opened.group(1)) != Strength.NONE) {
                return !embedded.parses(text);
            }
        }
        return false;
    }
}
