package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretPlace;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A commit's secrets, each resolved once and before anything is written. Closing wipes them. */
final class ResolvedSecrets implements Function<SecretPlace, String>, AutoCloseable {

    private final Map<String, SecretValue> values = new LinkedHashMap<>();

    private ResolvedSecrets() {}

    /**
     * Resolves every secret of a commit.
     *
     * @throws io.stackprofile.error.SecretException when one cannot be had; those before it are wiped
     */
    static ResolvedSecrets of(StackCommit commit) {
        ResolvedSecrets secrets = new ResolvedSecrets();
        try {
            for (CommitMember member : commit.members()) {
                for (SecretSlot slot : member.secrets()) {
                    secrets.values.computeIfAbsent(
                            slot.parameter(), parameter -> commit.secrets().secret(parameter));
                }
            }
            return secrets;
        } catch (RuntimeException failure) {
            secrets.close();
            throw failure;
        }
    }

    @Override
    public String apply(SecretPlace place) {
        SecretValue value = values.get(place.parameter());
        if (value == null) {
            throw new IllegalStateException(
                    "an installer wants the secret of a parameter that its add-on does not use: " + place.parameter());
        }
        byte[] plain = value.reveal();
        try {
            return SecretEncoding.encode(plain, place);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public void close() {
        values.values().forEach(SecretValue::close);
    }

    @Override
    public String toString() {
        return "ResolvedSecrets[" + values.size() + "]";
    }
}
