/** Says what went wrong, where, and what to do. */
@NullMarked
package io.stackprofile.error;

import org.jspecify.annotations.NullMarked;
