/** Shows the library's values to people, as tables, and to programs, as JSON or YAML. */
@NullMarked
package io.stackprofile.samples.cli.print;

import org.jspecify.annotations.NullMarked;
