/** Describes a stack: add-ons, manifests, and the edges between them. */
@NullMarked
package io.stackprofile.stack;

import org.jspecify.annotations.NullMarked;
