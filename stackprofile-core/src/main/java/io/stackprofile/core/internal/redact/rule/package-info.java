/** The formats of credentials, as data, and how a text is searched for them. */
@NullMarked
package io.stackprofile.core.internal.redact.rule;

import org.jspecify.annotations.NullMarked;
