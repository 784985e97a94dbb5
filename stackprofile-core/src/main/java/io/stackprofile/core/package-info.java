/** Builds the engine. */
@NullMarked
package io.stackprofile.core;

import org.jspecify.annotations.NullMarked;
