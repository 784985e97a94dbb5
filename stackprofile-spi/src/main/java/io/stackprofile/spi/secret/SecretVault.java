package io.stackprofile.spi.secret;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import java.util.Optional;

/**
 * Keeps the secrets that the engine generates, one for each reference and organisation, for as long as the host wants:
 * nothing here removes one. Thread-safe. Never logs what it keeps.
 *
 * <p>Clauses, proved by the testkit:
 * <ul>
 * <li>[SV-1] {@link #putIfAbsent} keeps the candidate when there is nothing under the reference, and changes nothing
 * otherwise; it returns what is kept then. Of concurrent calls for one reference, one candidate is kept, and all return
 * it.
 * <li>[SV-2] {@link #get} gives what is kept, byte for byte, as soon as the call that kept it returned, and nothing when
 * there is nothing.
 * <li>[SV-3] An organisation never sees or changes another's secrets, even under the same reference.
 * <li>[SV-4] What is returned is a value of its own: closing it, or the candidate, leaves what is kept as it was.
 * <li>[SV-5] References are told apart by scheme and locator, character by character.
 * </ul>
 *
 * <p>An exception's message is never shown: it may hold the secret. Its class is.
 */
public interface SecretVault {

    /** What is kept under {@code ref}; the caller closes it. */
    Optional<SecretValue> get(String organisation, SecretRef ref);

    /**
     * Keeps {@code candidate} unless something is kept under {@code ref} already, in one atomic step.
     *
     * @return what is kept now, the candidate or the earlier one; the caller closes it, and the candidate
     */
    SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate);
}
