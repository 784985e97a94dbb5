package io.stackprofile.testkit;

import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The secrets that {@link InMemoryCluster} was handed, by stack and parameter, apart from its members. */
final class HandedSecrets {

    private final Map<String, Map<String, String>> secrets = new HashMap<>();

    /** A commit's secrets, resolved. */
    static Map<String, String> resolve(StackCommit commit) {
        Map<String, String> resolved = new HashMap<>();
        for (CommitMember member : commit.members()) {
            for (SecretSlot slot : member.secrets()) {
                try (SecretValue secret = commit.secrets().secret(slot.parameter())) {
                    resolved.put(slot.parameter(), secret.revealText());
                }
            }
        }
        return resolved;
    }

    Optional<String> find(String stack, String parameter) {
        return Optional.ofNullable(secrets.getOrDefault(stack, Map.of()).get(parameter));
    }

    /** Takes those of a member. */
    void take(String stack, CommitMember member, Map<String, String> resolved) {
        Map<String, String> taken = secrets.computeIfAbsent(stack, key -> new HashMap<>());
        member.secrets()
                .forEach(slot -> Optional.ofNullable(resolved.get(slot.parameter()))
                        .ifPresent(value -> taken.put(slot.parameter(), value)));
    }

    void forget(String stack) {
        secrets.remove(stack);
    }
}
