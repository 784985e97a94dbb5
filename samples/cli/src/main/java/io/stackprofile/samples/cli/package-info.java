/** Makes the library's calls from a shell: one command a call, a result on standard output, an exit code. */
@NullMarked
package io.stackprofile.samples.cli;

import org.jspecify.annotations.NullMarked;
