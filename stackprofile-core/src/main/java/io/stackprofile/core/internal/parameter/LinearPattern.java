package io.stackprofile.core.internal.parameter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Optional;

/** Patterns whose matching takes time linear in the text, whoever wrote them (RE2). */
public final class LinearPattern {

    /** For JSON Schema: a pattern is found anywhere in the text. */
    static final RegularExpressionFactory FACTORY = LinearPattern::unanchored;

    private LinearPattern() {}

    /** The pattern, or empty when it is not one or is too large. */
    public static Optional<Pattern> compile(String pattern) {
        if (!PatternSize.isModest(pattern)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException notAPattern) {
            return Optional.empty();
        }
    }

    private static RegularExpression unanchored(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).find();
    }
}
