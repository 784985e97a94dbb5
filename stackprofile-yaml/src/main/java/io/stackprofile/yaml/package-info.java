/** Reads YAML as Kubernetes does, keeps its source, and edits it by splicing. */
@NullMarked
package io.stackprofile.yaml;

import org.jspecify.annotations.NullMarked;
