/** Compiles members' texts to segments and slots, and binds values into them without touching anything else. */
@NullMarked
package io.stackprofile.core.internal.template;

import org.jspecify.annotations.NullMarked;
