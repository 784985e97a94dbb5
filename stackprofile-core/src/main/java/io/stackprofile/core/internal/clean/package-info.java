/** Takes out of manifests what belongs to one running cluster, field by field, and says why. */
@NullMarked
package io.stackprofile.core.internal.clean;

import org.jspecify.annotations.NullMarked;
