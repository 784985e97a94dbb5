package io.stackprofile.diff;

/**
 * What a rule says of a change. Says nothing of the values that changed.
 *
 * @param impact how much it matters
 * @param rule the rule's stable name, kebab case, such as {@code parameter-removed}
 * @param reason why, one sentence
 */
public record Verdict(Impact impact, String rule, String reason) {

    /** What holds when no rule says otherwise. */
    public static final Verdict VALUE_CHANGED = compatible("value-changed", "The value is updated in place.");

    /** A verdict of {@link Impact#BREAKING}. */
    public static Verdict breaking(String rule, String reason) {
        return new Verdict(Impact.BREAKING, rule, reason);
    }

    /** A verdict of {@link Impact#COMPATIBLE}. */
    public static Verdict compatible(String rule, String reason) {
        return new Verdict(Impact.COMPATIBLE, rule, reason);
    }

    /** A verdict of {@link Impact#COSMETIC}. */
    public static Verdict cosmetic(String rule, String reason) {
        return new Verdict(Impact.COSMETIC, rule, reason);
    }
}
