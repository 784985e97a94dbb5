package io.stackprofile.testkit.broken;

import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.testkit.InMemorySecretVault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Vaults that break one clause each. */
final class VaultFaults {

    private VaultFaults() {}

    /** Writes whatever comes. */
    static SecretVault lastWins() {
        Map<String, byte[]> kept = new ConcurrentHashMap<>();
        return vault(kept, (key, candidate) -> {
            kept.put(key, candidate.reveal());
            return SecretValue.of(candidate.reveal());
        });
    }

    /** Keeps the first, and says that it kept what came. */
    static SecretVault returnsTheCandidate() {
        return around((vault, organisation, ref, candidate) -> {
            vault.putIfAbsent(organisation, ref, candidate).close();
            return SecretValue.of(candidate.reveal());
        });
    }

    /** Keeps secrets as UTF-8 text. */
    static SecretVault textOnly() {
        return around((vault, organisation, ref, candidate) ->
                vault.putIfAbsent(organisation, ref, SecretValue.of(candidate.revealText())));
    }

    /** Has no column for the organisation. */
    static SecretVault oneTenant() {
        InMemorySecretVault vault = new InMemorySecretVault();
        return new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return vault.get("all", ref);
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                return vault.putIfAbsent("all", ref, candidate);
            }
        };
    }

    /** Keeps the value it was handed, and hands it out. */
    static SecretVault shared() {
        Map<String, SecretValue> kept = new ConcurrentHashMap<>();
        return new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return Optional.ofNullable(kept.get(organisation + ref));
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                SecretValue earlier = kept.putIfAbsent(organisation + ref, candidate);
                return earlier == null ? candidate : earlier;
            }
        };
    }

    /** Compares references as file systems that fold case do. */
    static SecretVault foldedReferences() {
        InMemorySecretVault vault = new InMemorySecretVault();
        return new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return vault.get(organisation, folded(ref));
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                return vault.putIfAbsent(organisation, folded(ref), candidate);
            }
        };
    }

    private static SecretRef folded(SecretRef ref) {
        return new SecretRef(ref.scheme(), ref.locator().strip().toLowerCase(Locale.ROOT));
    }

    private interface Put {
        SecretValue put(String key, SecretValue candidate);
    }

    private static SecretVault vault(Map<String, byte[]> kept, Put put) {
        return new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return Optional.ofNullable(kept.get(organisation + ref)).map(SecretValue::of);
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                return put.put(organisation + ref, candidate);
            }
        };
    }

    private interface Around {
        SecretValue put(SecretVault vault, String organisation, SecretRef ref, SecretValue candidate);
    }

    private static SecretVault around(Around around) {
        InMemorySecretVault vault = new InMemorySecretVault();
        return new SecretVault() {
            @Override
            public Optional<SecretValue> get(String organisation, SecretRef ref) {
                return vault.get(organisation, ref);
            }

            @Override
            public SecretValue putIfAbsent(String organisation, SecretRef ref, SecretValue candidate) {
                return around.put(vault, organisation, ref, candidate);
            }
        };
    }
}
