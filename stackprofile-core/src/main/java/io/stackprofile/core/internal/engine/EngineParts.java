package io.stackprofile.core.internal.engine;

import io.stackprofile.Limits;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.fingerprint.Fingerprinting;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.spi.IdSource;
import io.stackprofile.spi.access.AccessPolicy;
import io.stackprofile.spi.cluster.ClusterProvider;
import io.stackprofile.spi.event.ProfileListener;
import io.stackprofile.spi.secret.SecretFingerprints;
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
 * @param redaction how callers who say nothing want them told
 * @param fingerprints marks captured secrets
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
        RedactionPolicy redaction,
        Optional<SecretFingerprints> fingerprints,
        Limits limits) {

    /** For what no policy of its own goes with: texts, bindings, metadata. */
    Redactor redactor() {
        return redactor(redaction).forTexts();
    }

    /** For content under a policy. */
    Redactor redactor(RedactionPolicy policy) {
        return new Redactor(knowledge, limits, policy);
    }

    /** Marks the secrets of an organisation's profiles. */
    Fingerprinting fingerprinting(String organisation) {
        return new Fingerprinting(fingerprints, organisation, () -> ids.next().toString());
    }

    /** Writes that find out what became of them. */
    CertainWrites writes() {
        return new CertainWrites(store);
    }

    /** Now, as finely as every store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
