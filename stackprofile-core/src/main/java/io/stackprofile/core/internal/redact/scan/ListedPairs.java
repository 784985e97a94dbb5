package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds secrets among names and values in one line, as headers and parameters are listed: {@code a=x,b=y}. */
final class ListedPairs {

    private static final Pattern LIST = Pattern.compile(
            "\\s*[A-Za-z][\\w.-]*=[^,;\\s]+\\s*(?:,\\s*[A-Za-z][\\w.-]*=[^,;\\s]+\\s*)*|\\s*[A-Za-z][\\w.-]*:[^,;\\s/]+\\s*(?:,\\s*[A-Za-z][\\w.-]*:[^,;\\s/]+\\s*)+");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z][\\w.-]*)[=:]([^,;\\s]+)");
    private static final Pattern ROLE = Pattern.compile("(?i)(?:^|[,\\s])role_?id[=:]");

    private ListedPairs() {}

    static List<Hit> of(String text, CredentialNames names) {
        boolean several = text.indexOf('=') > 0 || text.indexOf(',') > 0;
        if (!several || !LIST.matcher(text).matches()) {
            return List.of();
        }
        boolean role = ROLE.matcher(text).find();
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = PAIR.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            Strength strength = role && isSecretId(name) ? Strength.FIRM : names.of(name);
            int from = matcher.start(2);
            int to = matcher.end(2);
            ValueJudge.accepts(strength, matcher.group(2))
                    .ifPresent(confidence -> hits.add(hit(text, from, to, name, confidence)));
        }
        return hits;
    }

    private static boolean isSecretId(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").equals("secretid");
    }

    private static Hit hit(String text, int from, int to, String name, Confidence confidence) {
        return new Hit(
                from,
                to,
                text.substring(from, to),
                Filter.NONE,
                "credential-assignment",
                "Its name says that it is a credential.",
                confidence,
                List.of(name));
    }
}
