/** Finds literals that look as if they belonged to one environment, and suggests parameters for them. */
@NullMarked
package io.stackprofile.core.internal.suggest;

import org.jspecify.annotations.NullMarked;
