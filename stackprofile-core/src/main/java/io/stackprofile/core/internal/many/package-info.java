/** Compares the same stack on several clusters, and makes parameters of what differs. */
@NullMarked
package io.stackprofile.core.internal.many;

import org.jspecify.annotations.NullMarked;
