/** A target as it stands, in the words of a version: what an update joins, drift tells and adoption reads. */
@NullMarked
package io.stackprofile.core.internal.standing;

import org.jspecify.annotations.NullMarked;
