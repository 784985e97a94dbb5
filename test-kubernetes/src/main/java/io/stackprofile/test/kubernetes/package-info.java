/** Serves the Kubernetes API over HTTP from memory, strictly enough to show what a client does wrong. */
@org.jspecify.annotations.NullMarked
package io.stackprofile.test.kubernetes;
