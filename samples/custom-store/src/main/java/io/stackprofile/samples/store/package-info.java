/** Keeps everything in a folder of files: a journal of whole transactions, and one file per content. */
@NullMarked
package io.stackprofile.samples.store;

import org.jspecify.annotations.NullMarked;
