package io.stackprofile.instantiation;

import io.stackprofile.InstantiationId;
import io.stackprofile.StackDraftId;
import java.util.Optional;

/**
 * A stack draft that a cluster keeps.
 *
 * @param id its id
 * @param stack the stack it is for
 * @param instantiation the instance that it belongs to; absent when the caller's organisation knows none
 */
public record KeptDraft(StackDraftId id, String stack, Optional<InstantiationId> instantiation) {}
