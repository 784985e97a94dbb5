/** Records what several threads asked and were answered, and looks for an order that explains it. Not API. */
@NullMarked
package io.stackprofile.testkit.internal.history;

import org.jspecify.annotations.NullMarked;
