package io.stackprofile.core.internal.redact.name;

/**
 * What a name says about its value, and why.
 *
 * @param strength how much it says
 * @param reason a sentence that names the row of the tables that decided, never the name itself; empty when it says
 *     nothing
 */
public record NameVerdict(Strength strength, String reason) {

    static final NameVerdict NOTHING = new NameVerdict(Strength.NONE, "");

    static NameVerdict endsIn(String phrase, Strength strength, String reason) {
        return new NameVerdict(strength, "Its name ends in \"" + phrase + "\": " + reason + ".");
    }
}
