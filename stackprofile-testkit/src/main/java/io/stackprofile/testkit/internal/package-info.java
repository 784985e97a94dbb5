/** Puts something between a caller and an adapter. Not API. */
@NullMarked
package io.stackprofile.testkit.internal;

import org.jspecify.annotations.NullMarked;
