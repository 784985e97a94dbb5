/** Reads members' source text as YAML, and says where it cannot. */
@NullMarked
package io.stackprofile.core.internal.source;

import org.jspecify.annotations.NullMarked;
