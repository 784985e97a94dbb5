/** Puts a version onto a cluster: draft, review, commit, and the instances that result. */
@NullMarked
package io.stackprofile.instantiation;

import org.jspecify.annotations.NullMarked;
