/** What the add-on installers share. */
@NullMarked
package io.stackprofile.cluster.kubernetes.internal.addon;

import org.jspecify.annotations.NullMarked;
