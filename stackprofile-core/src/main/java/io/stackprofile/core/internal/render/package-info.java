/** Writes diffs: as JSON, Markdown, unified text, and a page of HTML with pictures of the dependency graph. */
@NullMarked
package io.stackprofile.core.internal.render;

import org.jspecify.annotations.NullMarked;
