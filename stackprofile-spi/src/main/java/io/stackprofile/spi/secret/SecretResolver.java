package io.stackprofile.spi.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import java.util.Optional;

/**
 * Turns a reference into a secret, inside a commit. Thread-safe. Never logs or keeps what it resolves.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[SR-1] {@link #resolve} is empty for a scheme it does not know, and where nothing is.
 * <li>[SR-2] The secret is given to the character, and each call gives a value of its own: closing one wipes no other.
 * <li>[SR-3] SHOULD: An organisation's secret is given to that organisation alone, whoever names it.
 * <li>[SR-4] No failure, and no {@code toString}, carries a secret.
 * <li>[SR-5] Of concurrent calls each gives what its own reference points to.
 * </ul>
 */
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
