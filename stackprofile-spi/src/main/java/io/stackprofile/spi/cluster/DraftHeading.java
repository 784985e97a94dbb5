package io.stackprofile.spi.cluster;

import io.stackprofile.StackDraftId;

/**
 * A stack draft that a cluster keeps, without its content.
 *
 * @param id its id
 * @param stack the stack it is for
 */
public record DraftHeading(StackDraftId id, String stack) {}
