package io.stackprofile.core.internal.engine;

import io.stackprofile.Digest;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a new version is made from, before it has a number.
 *
 * @param channel the channel to publish on
 * @param changelog what changed
 * @param spec members with placeholders
 * @param parameters what callers fill in
 * @param rules what must hold between their values
 * @param provenance where it came from
 * @param report what was taken out
 * @param redaction how secrets were told
 * @param fingerprints the codes of captured secrets
 * @param migration how the parameters follow from those of the version before
 */
record VersionContent(
        String channel,
        Optional<String> changelog,
        StackSpec spec,
        List<Parameter> parameters,
        List<ParameterRule> rules,
        Provenance provenance,
        CaptureReport report,
        RedactionPolicy redaction,
        Fingerprints fingerprints,
        BindingMigration migration) {

    /** Of a version that declares no migration. */
    VersionContent(
            String channel,
            Optional<String> changelog,
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            Provenance provenance,
            CaptureReport report,
            RedactionPolicy redaction,
            Fingerprints fingerprints) {
        this(
                channel,
                changelog,
                spec,
                parameters,
                rules,
                provenance,
                report,
                redaction,
                fingerprints,
                BindingMigration.none());
    }

    Digest digest() {
        return VersionDigest.of(spec, parameters, rules);
    }
}
