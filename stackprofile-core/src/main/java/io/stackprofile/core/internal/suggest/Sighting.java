package io.stackprofile.core.internal.suggest;

import io.stackprofile.parameter.ParameterSuggestion;

/**
 * A range of a literal that a rule took notice of.
 *
 * @param kind what it looks like
 * @param group sightings of one group become one suggestion; their ranges hold the same text
 * @param name what the parameter could be called
 * @param reason why, in a sentence
 * @param literal where
 * @param from where the range begins in the literal's text
 * @param to where it ends
 */
record Sighting(
        ParameterSuggestion.Kind kind, String group, String name, String reason, Literal literal, int from, int to) {

    static Sighting whole(ParameterSuggestion.Kind kind, String group, String name, String reason, Literal literal) {
        return new Sighting(
                kind, group, name, reason, literal, 0, literal.text().length());
    }

    String text() {
        return literal.text().substring(from, to);
    }

    boolean isWhole() {
        return to - from == literal.text().length();
    }

    Sighting within(String group, String name, String reason, int newFrom, int newTo) {
        return new Sighting(kind, group, name, reason, literal, newFrom, newTo);
    }
}
