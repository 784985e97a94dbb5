/** Serves the facades over the stores and clusters; the only code that touches either. */
@NullMarked
package io.stackprofile.core.internal.engine;

import org.jspecify.annotations.NullMarked;
