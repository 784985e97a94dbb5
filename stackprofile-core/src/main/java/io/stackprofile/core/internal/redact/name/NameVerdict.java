package io.stackprofile.core.internal.redact.name;

/**
 * What a name says about its value, and why.
 *
 * @param strength how much it says
 * @param reason a sentence that names the row of the tables that decided, never the name itself; empty when it says
 *     nothing
 */
public record NameVerdict(Strength strength, String reason) {

    /** Nothing. */
    public static final NameVerdict NOTHING = new NameVerdict(Strength.NONE, "");

    static NameVerdict endsIn(String phrase, Strength strength, String reason) {
        return new NameVerdict(
                strength,
                strength == Strength.LIKELY
                        ? "Its name ends in \"" + phrase + "\" (" + reason + "), and the value looks made by a machine."
                        : "Its name ends in \"" + phrase + "\": " + reason + ".");
    }

    static NameVerdict under(String phrase, Strength strength, String reason) {
        return new NameVerdict(strength, "It stands under \"" + phrase + "\": " + reason + ".");
    }

    /** A name with a credential's word in it, of which the words behind say whose it is. */
    static NameVerdict holds(Strength strength) {
        return new NameVerdict(strength, "Its name has a credential's word in it, and the value looks like one.");
    }

    /** One of several, under a plural. */
    static NameVerdict among() {
        return new NameVerdict(
                Strength.LIKELY, "It stands among several credentials, and the value looks made by a machine.");
    }

    /** The one that says more; this one where both say as much. */
    public NameVerdict orStronger(NameVerdict other) {
        return other.strength.compareTo(strength) > 0 ? other : this;
    }
}
