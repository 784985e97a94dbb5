/** Turns values into plain trees of maps, lists and scalars and reads them back strictly; every field list stands here once. */
@NullMarked
package io.stackprofile.core.internal.tree;

import org.jspecify.annotations.NullMarked;
