package io.stackprofile.spi.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import java.util.Optional;

/** Turns a reference into a secret, inside a commit. Thread-safe. Never logs or keeps what it resolves. */
@FunctionalInterface
public interface SecretResolver {

    /**
     * The secret, or empty when this resolver does not know the reference's scheme or nothing is there. The caller closes
     * it.
     *
     * @throws io.stackprofile.error.SecretException when it cannot tell; the message is shown to callers and logged, so
     *     it says what is wrong and holds nothing of a secret
     */
    Optional<SecretValue> resolve(String organisation, SecretRef ref);
}
