/** What this library writes on the objects it applies, and reads there. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.mark;

import org.jspecify.annotations.NullMarked;
