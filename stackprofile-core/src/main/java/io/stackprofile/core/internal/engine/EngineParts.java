package io.stackprofile.core.internal.engine;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.spi.IdSource;
import io.stackprofile.spi.access.AccessPolicy;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.spi.event.ProfileListener;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.spi.store.StackProfileStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What one engine works with.
 *
 * @param store where everything is kept
 * @param clusters the clusters that can be reached
 * @param secrets resolvers, in the order they are asked
 * @param localSources those of the process's environment and files alone; empty unless the host allows them
 * @param vault where generated secrets are kept
 * @param access who may do what
 * @param listeners who hears of changes, in order
 * @param clock the time
 * @param ids where ids come from
 * @param knowledge how secrets are told
 * @param limits how much to take on
 */
public record EngineParts(
        StackProfileStore store,
        ClusterProvider clusters,
        List<SecretResolver> secrets,
        List<SecretResolver> localSources,
        Optional<SecretVault> vault,
        AccessPolicy access,
        List<ProfileListener> listeners,
        InstantSource clock,
        IdSource ids,
        Knowledge knowledge,
        Limits limits) {

    Redactor redactor() {
        return new Redactor(knowledge, limits);
    }

    /** Now, as finely as every store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
