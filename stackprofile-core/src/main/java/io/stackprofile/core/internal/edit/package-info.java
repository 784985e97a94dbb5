/** Edits the members of a draft and single values in their texts. */
@NullMarked
package io.stackprofile.core.internal.edit;

import org.jspecify.annotations.NullMarked;
