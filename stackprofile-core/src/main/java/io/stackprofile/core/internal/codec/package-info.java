/** Writes versions, drafts and instances as the JSON documents that stores keep, and reads them back strictly. */
@NullMarked
package io.stackprofile.core.internal.codec;

import org.jspecify.annotations.NullMarked;
