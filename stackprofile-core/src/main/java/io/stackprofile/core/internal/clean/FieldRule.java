package io.stackprofile.core.internal.clean;

import org.jspecify.annotations.Nullable;

/**
 * A rule of a table that takes a field out.
 *
 * @param id kebab case
 * @param how what evidence it takes
 * @param path where the field stands
 * @param condition what must stand around it
 * @param value what the field must be; any when {@code anyValue}
 * @param anyValue whether every value counts
 * @param reason a sentence for the report
 */
record FieldRule(
        String id,
        How how,
        PathPattern path,
        Condition condition,
        @Nullable Object value,
        boolean anyValue,
        String reason) {

    /** What evidence a rule takes. */
    enum How {
        /** Removes whatever the evidence says. */
        ALWAYS,
        /** Removes unless the evidence says that somebody set it. */
        UNLESS_SET,
        /** Removes unless the evidence says that somebody applied it. */
        SURE,
        /** Removes when the evidence says that nobody applied it. */
        LIKELY
    }

    boolean matches(Place place) {
        return path.matches(place) && (anyValue || SameValue.same(value, place.node())) && condition.holds(place);
    }

    /** The rule and no value. */
    @Override
    public String toString() {
        return "FieldRule[" + id + ", " + how + "]";
    }
}
