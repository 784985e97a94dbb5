package io.stackprofile.core.internal.graph;

import io.stackprofile.stack.MemberRef;

/**
 * A member that must be there before another, because the other's objects need its objects.
 *
 * @param child the member that needs
 * @param parent the member that is needed
 * @param reference the first place that says so
 * @param references how many places say so
 */
public record InferredEdge(MemberRef child, MemberRef parent, Reference reference, int references) {}
