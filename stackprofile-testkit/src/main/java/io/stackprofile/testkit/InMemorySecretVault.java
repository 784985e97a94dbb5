package io.stackprofile.testkit;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretVault;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vault in memory, for tests: it keeps secrets in the open of the heap. Thread-safe. */
public final class InMemorySecretVault implements SecretVault {

    private record Key(String organisation, SecretRef ref) {}

    private final Map<Key, byte[]> kept = new ConcurrentHashMap<>();

    /** An empty vault. */
    public InMemorySecretVault() {}

    @Override
    public Optional<SecretValue> get(String organisation, SecretRef ref) {
        return Optional.ofNullable(kept.get(new Key(organisation, ref))).map(SecretValue::of);
    }

    @Override
    public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
        byte[] bytes = candidate.reveal();
        byte[] earlier = kept.putIfAbsent(new Key(organisation, ref), bytes);
        if (earlier == null) {
            return SecretValue.of(bytes);
        }
        Arrays.fill(bytes, (byte) 0);
        return SecretValue.of(earlier);
    }

    /** How many secrets it keeps. */
    public int size() {
        return kept.size();
    }

    /** Says how many, never what. */
    @Override
    public String toString() {
        return "InMemorySecretVault[" + kept.size() + "]";
    }
}
