/** Carries an instance's bindings from one version of a profile to another, through what each version on the way declares. */
@NullMarked
package io.stackprofile.core.internal.migrate;

import org.jspecify.annotations.NullMarked;
