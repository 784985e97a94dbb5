/** Decides who may do what. */
@NullMarked
package io.stackprofile.spi.access;

import org.jspecify.annotations.NullMarked;
