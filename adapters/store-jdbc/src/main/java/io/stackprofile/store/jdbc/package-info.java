/** Keeps profiles, contents, drafts and instances in a database over JDBC. */
@NullMarked
package io.stackprofile.store.jdbc;

import org.jspecify.annotations.NullMarked;
