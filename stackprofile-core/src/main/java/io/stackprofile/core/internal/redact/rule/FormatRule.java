package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.value.Base64Text;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One credential format, as {@code formats.rules} describes it.
 *
 * @param id kebab case
 * @param says completes "looks like ..."
 * @param keywords texts of which one must occur before the pattern is tried
 * @param run how many characters without a blank must stand in a row before the pattern is tried
 * @param pattern what it looks like
 * @param group the pattern's group that is the secret; 0 is all of it
 * @param check what else the secret must be
 * @param confidence how sure it is
 * @param matches examples that must be found
 * @param others examples that must not be found
 */
public record FormatRule(
        String id,
        String says,
        List<String> keywords,
        int run,
        Pattern pattern,
        int group,
        Check check,
        Confidence confidence,
        List<String> matches,
        List<String> others) {

    private static final Pattern BODY = Pattern.compile("[A-Za-z0-9+/]{16}");
    private static final Pattern PORT_AND_QUERY = Pattern.compile("[0-9]{2,5}[?#].*");

    /** What a pattern cannot tell. */
    public enum Check {
        NONE {
            @Override
            boolean accepts(String secret) {
                return true;
            }
        },
        GENERATED {
            @Override
            boolean accepts(String secret) {
                return ValueShape.generated(secret);
            }
        },
        JWT {
            @Override
            boolean accepts(String secret) {
                return Base64Text.decode(secret.substring(0, secret.indexOf('.')))
                        .filter(header -> header.startsWith("{") && header.contains("\"alg\""))
                        .isPresent();
            }
        },
        USER_AND_PASSWORD {
            @Override
            boolean accepts(String secret) {
                return Base64Text.decode(secret)
                        .filter(text -> text.indexOf(':') >= 0 && text.chars().noneMatch(c -> c < ' ' || c == 0xFFFD))
                        .isPresent();
            }
        },
        KEY_BODY {
            @Override
            boolean accepts(String secret) {
                return BODY.matcher(secret).find();
            }
        },
        URL_PASSWORD {
            @Override
            boolean accepts(String secret) {
                return !ValueShape.placeholder(secret)
                        && !ValueShape.masked(secret)
                        && !PORT_AND_QUERY.matcher(secret).matches();
            }
        };

        abstract boolean accepts(String secret);
    }

    /** What this rule finds in {@code text}, in order. */
    public List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String secret = matcher.group(group);
            if (secret != null
                    && check.accepts(secret)
                    && !Tokens.overlap(text, matcher.start(group), matcher.end(group))) {
                hits.add(new Hit(
                        matcher.start(group),
                        matcher.end(group),
                        secret,
                        Filter.NONE,
                        id,
                        "It looks like " + says + ".",
                        confidence,
                        List.of()));
            }
        }
        return hits;
    }

    public static FormatRule of(Map<String, List<String>> fields) {
        return new FormatRule(
                one(fields, "rule"),
                one(fields, "says"),
                List.of(one(fields, "keywords").split(" ")),
                Integer.parseInt(fields.getOrDefault("run", List.of("0")).get(0)),
                Pattern.compile(one(fields, "pattern")),
                1,
                Check.valueOf(constant(one(fields, "check"))),
                Confidence.valueOf(constant(one(fields, "confidence"))),
                fields.getOrDefault("match", List.of()),
                fields.getOrDefault("other", List.of()));
    }

    private static String one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new IllegalStateException("a format rule needs one " + name + ": " + fields.get("rule"));
        }
        return values.get(0);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
