/** Writes a version as one YAML document that people review and other organisations import, and reads it back strictly. */
@NullMarked
package io.stackprofile.core.internal.iac;

import org.jspecify.annotations.NullMarked;
