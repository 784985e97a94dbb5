/** A caller's word on some places, ready to be asked place by place. */
@NullMarked
package io.stackprofile.core.internal.redact.policy;

import org.jspecify.annotations.NullMarked;
