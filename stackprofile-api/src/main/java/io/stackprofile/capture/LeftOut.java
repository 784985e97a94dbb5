package io.stackprofile.capture;

import java.util.Optional;

/**
 * An object of the cluster that was seen and is no part of the captured stack.
 *
 * @param rule the rule's id, kebab case, such as {@code owned-by-controller}
 * @param apiVersion its API version
 * @param kind its kind
 * @param namespace its namespace; absent for what belongs to the cluster as a whole
 * @param name its name
 * @param reason why it was left out, in a sentence
 */
public record LeftOut(
        String rule, String apiVersion, String kind, Optional<String> namespace, String name, String reason) {}
