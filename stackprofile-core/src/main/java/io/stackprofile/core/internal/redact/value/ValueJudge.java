package io.stackprofile.core.internal.redact.value;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.name.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether a value that a name calls a credential is one. */
public final class ValueJudge {

    private static final Set<String> SCHEMA_TYPES = Set.of("string", "integer", "object", "number", "boolean", "array");
    // What a form shows beside the field, not what is typed into it.
    private static final Pattern LABEL = Pattern.compile(
            "[A-Z][a-z]+(?: [A-Za-z]+)* (?i:password|passphrase|token|secret)[a-z]*[:.?!]*|Password[:.?!]*");
    // Under such a name these are rather the key under which a Secret keeps the value.
    private static final Set<String> KEYS = Words.set("key-of-secret");
    private static final Pattern PUBLISHABLE = Pattern.compile("^pk_(?:live|test)_");
    private static final int PROSE_WORDS = 6;
    private static final int SHORTEST_FIRM = 6;

    private ValueJudge() {}

    /** How sure it is that {@code value} is a secret, if it is one. */
    public static Optional<Confidence> accepts(Strength strength, String value) {
        if (strength == Strength.NONE || !possible(value)) {
            return Optional.empty();
        }
        boolean generated = ValueShape.generated(value);
        return switch (strength) {
            case STRONG -> Optional.of(Confidence.HIGH);
            case FIRM -> firm(value, generated);
            default -> generated || dense(value) ? Optional.of(Confidence.MEDIUM) : Optional.empty();
        };
    }

    private static Optional<Confidence> firm(String value, boolean generated) {
        if (generated) {
            return Optional.of(Confidence.HIGH);
        }
        if (KEYS.contains(value.strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean named = ValueShape.nameLike(value) || ValueShape.measure(value);
        boolean enough = value.strip().length() >= SHORTEST_FIRM;
        return CommonWords.contains(value) || (enough && !named) ? Optional.of(Confidence.MEDIUM) : Optional.empty();
    }

    /** Whether nothing speaks against {@code value} being a secret. */
    public static boolean possible(String value) {
        String bare = value.strip();
        return bare.chars().anyMatch(Character::isLetterOrDigit)
                && !ValueShape.trivial(bare)
                && !Tokens.present(bare)
                && !bare.startsWith("{{")
                && !PUBLISHABLE.matcher(bare).find()
                && !LABEL.matcher(bare).matches()
                && !bare.startsWith("${")
                && !bare.startsWith("$(")
                && !ValueShape.placeholder(bare)
                && !(ValueShape.holdsPlaceholder(bare) && !ValueShape.generated(bare) && bare.contains("{"))
                && !ValueShape.masked(bare)
                && !ValueShape.reference(bare)
                && !ValueShape.path(bare)
                && !ValueShape.url(bare)
                && !ValueShape.encrypted(bare)
                && !ValueShape.publicMaterial(bare)
                && !SCHEMA_TYPES.contains(bare)
                && bare.split("\\s+", PROSE_WORDS + 1).length < PROSE_WORDS;
    }

    // Not made of words, and long enough to be worth keeping secret.
    private static boolean dense(String value) {
        String bare = value.strip();
        return bare.length() >= 10
                && bare.chars().noneMatch(Character::isWhitespace)
                && bare.chars().anyMatch(Character::isDigit)
                && bare.chars().anyMatch(Character::isLetter)
                && !ValueShape.nameLike(bare)
                && !ValueShape.measure(bare)
                && bare.chars().noneMatch(c -> "()[]{}<>,;\"'`$".indexOf(c) >= 0)
                && bare.indexOf(':') < 0
                && Run.of(bare).digitChanges() >= 2;
    }
}
