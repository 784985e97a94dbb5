package io.stackprofile.instantiation;

import java.util.Optional;

/**
 * A field that a commit wants to set and that another field manager owns with another value. It carries no value.
 *
 * @param document which document of the member's text, from 0
 * @param field the field as Kubernetes writes it, such as {@code .spec.replicas}
 * @param manager who owns it, as the cluster knows them
 * @param operation how it came to own it: {@code Apply} or {@code Update}; absent when the cluster does not say
 */
public record FieldConflict(int document, String field, String manager, Optional<String> operation) {}
