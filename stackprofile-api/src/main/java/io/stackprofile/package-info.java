/** Opens the library, says who calls, and pages through results. */
@NullMarked
@ValueStyle
package io.stackprofile;

import org.jspecify.annotations.NullMarked;
