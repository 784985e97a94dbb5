/** Sends the objects of a stack to other namespaces. */
@NullMarked
package io.stackprofile.core.internal.namespace;

import org.jspecify.annotations.NullMarked;
