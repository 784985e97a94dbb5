package io.stackprofile.testkit.broken;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.testkit.contract.SecretResolverContract;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Resolvers that break one clause each. */
final class ResolverFaults {

    private ResolverFaults() {}

    /** Secrets by organisation and locator. */
    record Kept(Map<String, String> secrets) {

        Optional<String> find(String organisation, SecretRef ref) {
            boolean mine = ref.scheme().equals("kept");
            return mine ? Optional.ofNullable(secrets.get(organisation + "/" + ref.locator())) : Optional.empty();
        }
    }

    static SecretResolverContract contract(Function<Kept, SecretResolver> faulty) {
        Kept kept = new Kept(new ConcurrentHashMap<>());
        SecretResolver resolver = faulty.apply(kept);
        return new SecretResolverContract() {
            @Override
            protected SecretResolver resolver() {
                return resolver;
            }

            @Override
            protected SecretRef keep(String organisation, String name, String secret) {
                kept.secrets().put(organisation + "/" + name, secret);
                return new SecretRef("kept", name);
            }
        };
    }

    /** Fails where nothing is. */
    static SecretResolver failsForNothing(Kept kept) {
        return (organisation, ref) -> {
            String secret = kept.find(organisation, ref)
                    .orElseThrow(() -> new SecretException(
                            ErrorCode.SECRET_UNRESOLVED, "nothing is there", "Look again.", Location.unknown()));
            return Optional.of(SecretValue.of(secret));
        };
    }

    static SecretResolver trims(Kept kept) {
        return (organisation, ref) ->
                kept.find(organisation, ref).map(String::strip).map(SecretValue::of);
    }

    /** Keeps what it resolved, and hands the same value out again. */
    static SecretResolver sharesItsValue(Kept kept) {
        Map<String, SecretValue> given = new ConcurrentHashMap<>();
        return (organisation, ref) ->
                kept.find(organisation, ref).map(secret -> given.computeIfAbsent(secret, SecretValue::of));
    }

    /** Looks up what the reference says, whoever asks. */
    static SecretResolver givesToAnyone(Kept kept) {
        return (organisation, ref) -> kept.find("acme", ref).map(SecretValue::of);
    }

    /** Says what it keeps. */
    static SecretResolver saysWhatItKeeps(Kept kept) {
        return new SecretResolver() {
            @Override
            public Optional<SecretValue> resolve(String organisation, SecretRef ref) {
                return kept.find(organisation, ref).map(SecretValue::of);
            }

            @Override
            public String toString() {
                return kept.toString();
            }
        };
    }

    /** Reads into one buffer. */
    static SecretResolver sharesABuffer(Kept kept) {
        StringBuffer buffer = new StringBuffer();
        return (organisation, ref) -> kept.find(organisation, ref).map(secret -> {
            buffer.setLength(0);
            buffer.append(secret);
            LockSupport.parkNanos(100_000);
            return SecretValue.of(buffer.toString());
        });
    }
}
