package io.stackprofile.core.internal.graph;

import io.stackprofile.error.Location;
import io.stackprofile.stack.MemberRef;

/**
 * One object's need of another.
 *
 * @param from the member that needs
 * @param where the place that says so
 * @param to the object that is needed, whether or not the stack has it
 * @param what what it is in a word of ours, such as {@code ConfigMap}
 * @param why what is done with it, a verb that fits before the object
 */
public record Reference(MemberRef from, Location where, ObjectKey to, String what, String why) {}
