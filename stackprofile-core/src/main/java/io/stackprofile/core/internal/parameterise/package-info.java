/** Makes parameters of literals and literals of parameters, and tells where each parameter is used. */
@NullMarked
package io.stackprofile.core.internal.parameterise;

import org.jspecify.annotations.NullMarked;
