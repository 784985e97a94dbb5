/** Tells the whole story once, on real YAML: capture, bind, review, commit, version, diff, export. */
@NullMarked
package io.stackprofile.samples.quickstart;

import org.jspecify.annotations.NullMarked;
