/** Resolves secret references, keeps generated secrets, and writes secrets where a cluster cannot hold them itself. */
@NullMarked
package io.stackprofile.spi.secret;

import org.jspecify.annotations.NullMarked;
