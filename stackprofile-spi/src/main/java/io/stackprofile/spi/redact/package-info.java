/** Says what further credentials look like. */
@NullMarked
package io.stackprofile.spi.redact;

import org.jspecify.annotations.NullMarked;
