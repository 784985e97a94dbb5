package io.stackprofile.core.internal.diff;

import io.stackprofile.Limits;
import io.stackprofile.ProfileId;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds versions to compare. */
public final class Versions {

    private Versions() {}

    public static VersionDiff diff(StackSpec before, StackSpec after) {
        return diff(version(1, before, List.of()), version(2, after, List.of()));
    }

    public static VersionDiff diff(ProfileVersion before, ProfileVersion after) {
        return diff(before, after, Limits.defaults());
    }

    public static VersionDiff diff(ProfileVersion before, ProfileVersion after, Limits limits) {
        return VersionComparison.compare(
                before.profileId(),
                ComparedSide.of(before, Fingerprints.none()),
                ComparedSide.of(after, Fingerprints.none()),
                limits);
    }

    public static ProfileVersion version(int number, StackSpec spec, List<Parameter> parameters) {
        return ProfileVersion.builder()
                .profileId(ProfileId.of("0190163d-8694-739b-aea5-966c26f8ad90"))
                .profileName("platform-baseline")
                .version(number)
                .channel("stable")
                .digest(VersionDigest.of(spec, parameters, List.of()))
                .spec(spec)
                .addAllParameters(parameters)
                .provenance(Provenance.builder()
                        .origin(Provenance.Origin.IMPORT)
                        .createdAt(Instant.EPOCH)
                        .createdBy("alice")
                        .libraryVersion("0.1.0")
                        .build())
                .report(CaptureReport.empty())
                .build();
    }

    public static StackSpec stack(Member... members) {
        return StackSpec.of(Optional.empty(), List.of(members));
    }

    public static Manifest manifest(String name, String content) {
        return Manifest.builder().name(name).content(content).build();
    }
}
