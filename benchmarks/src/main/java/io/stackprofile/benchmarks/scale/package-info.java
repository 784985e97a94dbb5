/** Measures stores that hold a million profiles and instances. */
@NullMarked
package io.stackprofile.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
