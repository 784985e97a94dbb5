/** Watches everything that comes out of an engine: stored, handed to a cluster, returned, thrown, printed or logged. */
package io.stackprofile.core.watch;
