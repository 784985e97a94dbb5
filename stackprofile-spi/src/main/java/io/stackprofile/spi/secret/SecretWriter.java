package io.stackprofile.spi.secret;

import io.stackprofile.parameter.SecretValue;

/** Puts a secret where a cluster's platform expects it, for clusters whose files must not hold it. Thread-safe. */
@FunctionalInterface
public interface SecretWriter {

    /**
     * Writes a secret.
     *
     * @param name the name by which the committed files refer to it
     */
    void write(String organisation, String cluster, String stack, String name, SecretValue secret);
}
