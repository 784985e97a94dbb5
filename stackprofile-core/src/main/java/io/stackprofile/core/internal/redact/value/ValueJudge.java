package io.stackprofile.core.internal.redact.value;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.name.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides whether a value that a name calls a credential is one. */
public final class ValueJudge {

    private static final Set<String> SCHEMA_TYPES = Set.of("string", "integer", "object", "number", "boolean", "array");
    private static final Pattern GRAPHQL_TYPE = Pattern.compile("\\[?(?:String|ID|Int|Boolean)!?]?!?[):,}]*");
    // Under such a name these are rather the key under which a Secret keeps the value.
    private static final Set<String> KEYS = Words.set("key-of-secret");
    private static final Set<String> METHODS = Words.set("method");
    private static final Pattern WORD_AND_NUMBER = Pattern.compile("[A-Za-z]{2,20}_?[0-9]{3,8}");
    private static final Pattern ALGORITHM = Pattern.compile(
            "(?i)(?:sha|hs|rs|es|ps|aes|rsa|ed|md|ecdsa|hmac|p|secp|base|utf|des|dsa|dh|ffdhe|argon|v)[0-9]+");
    // A sentence about a secret.
    private static final Pattern HELP = Pattern.compile(
            "(?i)(?:(?:the|a|an|your|please|enter|use|set|this|name|same|shared|optional|default)\\s.*)?\\b(?:password|passphrase|token|secret|key|credentials?)\\b\\s+(?:for|of|to|used|that|which|is|must|in|from|when)\\b.*|(?i)(?:the|your|please|enter|specify|provide)\\s+.*\\b(?:password|passphrase|token|secret|key|credentials?)\\b.*");
    // What a form or an error says, in any language: a capital, words of letters, an end.
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\p{L}*(?:,? \\p{L}+)*(?: \\([^()]+\\))?[.?!:)]");
    private static final Pattern PUBLISHABLE = Pattern.compile("^pk_(?:live|test)_");
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)secret|key|token|cookie|pass|salt|phrase|^sk[-_]");
    // mysecretkey: what is said to be somebody's or very secret is no object's name.
    private static final Pattern SAID = Pattern.compile(
            "(?i)(?:my|our|your|this|some|super|very|really|top|example)[a-z]{3,}(?:secret|key|token|password|passphrase|safe)");
    // What a variable is called that has the secret.
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{16,}");
    // What a secret is to look like, or is to be found by.
    private static final Pattern REGEX = Pattern.compile("\\(?(?:\\[\\^|\\\\[SsWwDd][+*{]).*|\\*{3,}[^A-Za-z0-9*].*");
    // X-Api-Key
    private static final Pattern HEADER = Pattern.compile("(?i:x-.*)|[A-Z][a-z]*(?:-[A-Z][a-z]*)+");
    // Keys of one figure over and over, as charts ship them.
    private static final Pattern HEX_KEY = Pattern.compile("[0-9a-fA-F]{32,}");
    // What is told to a person.
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}?\\p{L}+(?:,? \\p{L}+){2,}[.?!:]?");
    private static final int SHORTEST_WORDED = 7;
    private static final int PROSE_WORDS = 6;
    private static final int SHORTEST_FIRM = 6;
    private static final int FEWEST_DIGITS = 5;

    private ValueJudge() {}

    /** How sure it is that {@code value} is a secret, if it is one. */
    public static Optional<Confidence> accepts(Strength strength, String value) {
        boolean named = strength != Strength.STRONG && ValueShape.resourceName(value);
        boolean structured = strength != Strength.STRONG
                && (ValueShape.digest(value) || ValueShape.settings(value) || isText(value));
        if (strength == Strength.NONE || named || structured || !possible(value)) {
            return Optional.empty();
        }
        boolean generated = ValueShape.generated(value) || ValueShape.mnemonic(value);
        return switch (strength) {
            case STRONG -> Optional.of(Confidence.HIGH);
            case FIRM -> firm(value, generated);
            default ->
                generated || dense(value) || Defaults.surely(value) ? Optional.of(Confidence.MEDIUM) : Optional.empty();
        };
    }

    private static Optional<Confidence> firm(String value, boolean generated) {
        if (generated || HEX_KEY.matcher(value.strip()).matches()) {
            return Optional.of(Confidence.HIGH);
        }
        if (isKeyOfSecret(value)) {
            return Optional.empty();
        }
        boolean named = (ValueShape.nameLike(value) && !Spelling.isOdd(value) && value.indexOf('@') < 0)
                || ValueShape.measure(value);
        boolean enough = value.strip().length() >= SHORTEST_FIRM;
        boolean weak = CommonWords.contains(value)
                || Defaults.ask(value)
                || Defaults.surely(value)
                || isWordAndNumber(value)
                || isNumber(value);
        return weak || (enough && !named) ? Optional.of(Confidence.MEDIUM) : Optional.empty();
    }

    private static boolean isText(String value) {
        return WORDS.matcher(value.strip()).matches() && !ValueShape.mnemonic(value);
    }

    // clientSecret, client-secret
    private static boolean isKeyOfSecret(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return KEYS.contains(plain);
    }

    // Longer than a time, an account or a telephone's number.
    private static boolean isNumber(String value) {
        return DIGITS.matcher(value.strip()).matches()
                && value.strip().chars().distinct().count() >= FEWEST_DIGITS;
    }

    /** {@code minio123}; what is called after its length or version is an algorithm. */
    public static boolean isWordAndNumber(String value) {
        return WORD_AND_NUMBER.matcher(value.strip()).matches()
                && !ALGORITHM.matcher(value.strip()).matches();
    }

    /**
     * Whether {@code value} is a secret made of words, where a program takes it as it is: it says what it is, and is no
     * header, file or usual key.
     */
    public static boolean worded(String value) {
        String bare = value.strip();
        boolean names = bare.indexOf('.') >= 0 || bare.indexOf('/') >= 0 || bare.indexOf(' ') >= 0 || isHeader(bare);
        return bare.length() >= SHORTEST_WORDED
                && !names
                && possible(bare)
                && !isKeyOfSecret(bare)
                && !ValueShape.resourceName(bare)
                && !VARIABLE.matcher(bare).matches()
                && (SAID.matcher(bare).matches()
                        || (NameWords.of(bare).size() > 1
                                && CREDENTIAL.matcher(bare).find()));
    }

    /** The same for one half of a pair: it does not name the key it is kept under. */
    public static boolean half(String value) {
        String bare = value.strip();
        return bare.length() >= SHORTEST_FIRM
                && possible(bare)
                && !ValueShape.measure(bare)
                && !ValueShape.resourceName(bare)
                && !isKeyOfSecret(bare)
                && !CREDENTIAL.matcher(bare).find()
                && bare.indexOf('.') < 0;
    }

    private static boolean isHeader(String value) {
        return HEADER.matcher(value).matches();
    }

    /** Whether nothing speaks against {@code value} being a secret. */
    public static boolean possible(String value) {
        String bare = value.strip();
        return bare.chars().anyMatch(Character::isLetterOrDigit)
                && !ValueShape.trivial(bare)
                && !Tokens.present(bare)
                && !bare.startsWith("{{")
                && !PUBLISHABLE.matcher(bare).find()
                && !Label.is(bare)
                && !REGEX.matcher(bare).matches()
                && !GRAPHQL_TYPE.matcher(bare).matches()
                && !bare.startsWith("${")
                && !bare.startsWith("$(")
                && !ValueShape.placeholder(bare)
                && !(ValueShape.holdsPlaceholder(bare)
                        && !ValueShape.generated(bare)
                        && !ValueShape.noise(bare)
                        && bare.contains("{"))
                && !ValueShape.masked(bare)
                && !ValueShape.reference(bare)
                && !ValueShape.path(bare)
                && !ValueShape.url(bare)
                && !ValueShape.encrypted(bare)
                && !ValueShape.publicMaterial(bare)
                && !SCHEMA_TYPES.contains(bare)
                && !METHODS.contains(bare.toLowerCase(Locale.ROOT))
                && !HELP.matcher(bare).matches()
                && !(bare.indexOf(' ') > 0 && SENTENCE.matcher(bare).matches())
                && (bare.split("\\s+", PROSE_WORDS + 1).length < PROSE_WORDS || ValueShape.mnemonic(bare));
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
