/** Measures binding and reading against a floor and against what one would use instead. */
@NullMarked
package io.stackprofile.benchmarks;

import org.jspecify.annotations.NullMarked;
