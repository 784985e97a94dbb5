/** Asks for a capture and reports what it redacted, cleaned and noticed. */
@NullMarked
package io.stackprofile.capture;

import org.jspecify.annotations.NullMarked;
