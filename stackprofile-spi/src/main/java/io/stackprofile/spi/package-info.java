/** Supplies what a host may replace in any engine: ids. */
@NullMarked
@ValueStyle
package io.stackprofile.spi;

import org.jspecify.annotations.NullMarked;
