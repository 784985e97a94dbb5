package io.stackprofile.cluster.kubernetes.internal.find;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A reason why objects are no part of a stack.
 *
 * @param id kebab case
 * @param reason in a sentence
 * @param test which objects
 */
record Rule(String id, String reason, Test test) {

    /** Looks at one object among those that were listed with it. */
    @FunctionalInterface
    interface Test {
        /** Whether it is left out. */
        boolean applies(ObjectId id, JsonNode object, Listed all);
    }

    static Rule of(String id, String reason, Test test) {
        return new Rule(id, reason, test);
    }
}
