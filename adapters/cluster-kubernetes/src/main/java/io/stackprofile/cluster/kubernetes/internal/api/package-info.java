/** Speaks to one API server: raw JSON in and out, failures as errors of ours. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.api;

import org.jspecify.annotations.NullMarked;
