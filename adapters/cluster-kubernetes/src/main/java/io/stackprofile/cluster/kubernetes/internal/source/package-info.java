/** Where the objects of a stack are looked for. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.source;

import org.jspecify.annotations.NullMarked;
