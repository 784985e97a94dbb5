/** Tells hosts what happened. */
@NullMarked
package io.stackprofile.spi.event;

import org.jspecify.annotations.NullMarked;
