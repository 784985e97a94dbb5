/** Joins two changes of the same stack, and says where they do not go together. */
@NullMarked
package io.stackprofile.core.internal.merge;

import org.jspecify.annotations.NullMarked;
