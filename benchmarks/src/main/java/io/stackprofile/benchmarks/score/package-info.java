/** Scores redaction on labelled places, and lists what it replaces in a stack, for reading by eye. */
@NullMarked
package io.stackprofile.benchmarks.score;

import org.jspecify.annotations.NullMarked;
