/** Keeps profiles, versions, contents, drafts and instances. */
@NullMarked
package io.stackprofile.spi.store;

import org.jspecify.annotations.NullMarked;
