package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import java.util.ArrayList;
import java.util.List;

/** Finds which strings of a JSON text are the secret that the text's own name promises. */
final class JsonStrings {

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(:?)");

    private JsonStrings() {}

    static boolean isJson(String text) {
        String bare = text.strip();
        return (bare.startsWith("{") && bare.endsWith("}")) || (bare.startsWith("[") && bare.endsWith("]"));
    }

    /** The strings that look like the secret for which {@code named} took the whole text, keys and escapes left out. */
    static List<Hit> of(String text, Hit named) {
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = STRING.matcher(text);
        while (matcher.find()) {
            String string = matcher.group(1);
            boolean plain = matcher.group(2).isEmpty() && string.indexOf('\\') < 0;
            if (plain && ValueJudge.accepts(Strength.FIRM, string).isPresent()) {
                hits.add(named.as(matcher.start(1), matcher.end(1), string, Filter.JSONTEXT));
            }
        }
        return hits;
    }
}
