/** Fakes and assertions for tests of code that uses stackprofile. */
@NullMarked
package io.stackprofile.testkit;

import org.jspecify.annotations.NullMarked;
