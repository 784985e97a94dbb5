/** Carries a version out of one organisation and into another as text. */
@NullMarked
package io.stackprofile.iac;

import org.jspecify.annotations.NullMarked;
