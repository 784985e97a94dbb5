/** Says what differs between two versions. */
@NullMarked
package io.stackprofile.diff;

import org.jspecify.annotations.NullMarked;
