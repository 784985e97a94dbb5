/** Walks a parsed document and decides for each scalar at its place. */
@NullMarked
package io.stackprofile.core.internal.redact.scan;

import org.jspecify.annotations.NullMarked;
