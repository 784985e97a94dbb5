/** Reads which objects a stack holds and how they need each other. */
@NullMarked
package io.stackprofile.core.internal.graph;

import org.jspecify.annotations.NullMarked;
