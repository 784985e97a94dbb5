package io.stackprofile.spi.cluster;

import io.stackprofile.parameter.SecretValue;

/** Gives a commit the secrets it needs, resolved when asked for. */
@FunctionalInterface
public interface SecretSource {

    /**
     * The secret bound to a parameter; the caller closes it.
     *
     * @throws io.stackprofile.error.SecretException when it cannot be resolved or breaks its parameter's rules
     */
    SecretValue secret(String parameter);
}
