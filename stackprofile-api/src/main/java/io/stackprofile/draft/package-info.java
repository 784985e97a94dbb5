/** Edits a working copy of a profile until it is published as a version. */
@NullMarked
package io.stackprofile.draft;

import org.jspecify.annotations.NullMarked;
