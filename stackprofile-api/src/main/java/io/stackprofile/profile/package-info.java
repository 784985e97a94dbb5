/** Lists, reads, captures, compares, exchanges and removes profiles and their versions. */
@NullMarked
package io.stackprofile.profile;

import org.jspecify.annotations.NullMarked;
