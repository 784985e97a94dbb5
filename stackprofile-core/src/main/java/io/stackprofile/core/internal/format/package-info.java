/** Tells whether a text is what a Kubernetes or Helm field takes: host names, quantities, schedules, versions and others. */
@NullMarked
package io.stackprofile.core.internal.format;

import org.jspecify.annotations.NullMarked;
