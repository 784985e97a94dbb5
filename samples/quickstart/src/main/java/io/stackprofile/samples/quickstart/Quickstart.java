package io.stackprofile.samples.quickstart;

import io.stackprofile.CallOptions;
import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.cluster.directory.DirectoryClusters;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.iac.IacExport;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.store.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** One stack, from production to a template, to staging, to its next version, and through what follows. */
public final class Quickstart {

    private Quickstart() {}

    /** Works in the folder given, else in {@code samples/quickstart/target/quickstart}, on copies of the sample stacks. */
    public static void main(String[] arguments) throws IOException {
        Workspace work = Workspace.prepare(arguments);
        Report report = new Report(System.out);
        DirectoryClusters clusters = DirectoryClusters.builder()
                .add("prod", work.path("prod"))
                .add("prod-next", work.path("prod-next"))
                .add("staging", work.path("staging"))
                .build();
        try (StackProfiles profiles = StackProfileEngine.builder()
                .store(JdbcStore.sqlite(work.path("profiles.db")))
                .clusters(clusters)
                .build()) {
            OrganisationSession acme =
                    profiles.as(Caller.of("acme", "alice")).with(CallOptions.progress(new ProgressBar(System.err)));
            ProfileId id = tell(acme, work, report);

            // What becomes of it once others work on it.
            OrganisationSession contoso = profiles.as(Caller.of("contoso", "carol"));
            new LaterLife(acme, contoso, id, new LifeReport(System.out)).tell(work);
        }
    }

    private static ProfileId tell(OrganisationSession acme, Workspace work, Report report) throws IOException {
        // Production becomes version 1: every secret is taken out before anything is stored.
        ProfileVersion v1 = acme.profiles()
                .capture(CaptureRequest.builder()
                        .name("platform-baseline")
                        .cluster("prod")
                        .stack("platform")
                        .includeAddonConfigurations(true)
                        .build());
        report.captured(v1);
        report.redacted(v1.report().redactions());
        report.parameters(v1.parameters());

        // Staging gets it, with values of its own; secrets are named, not given.
        StackDraft draft = acme.instantiations().create(forStaging(v1));
        report.reviewed(draft, acme.instantiations().review(draft.id()));
        report.committed(acme.instantiations().commit(draft.id()));

        // A month later production has moved on: version 2, and staging is behind.
        ProfileId id = v1.profileId();
        ProfileVersion v2 = acme.profiles()
                .captureVersion(
                        id, CaptureVersionRequest.builder().cluster("prod-next").build());
        report.compared(acme.profiles().diff(id, v1.version(), v2.version()));
        report.outdated(acme.profiles().get(id), acme.instantiations().outdated(id, PageRequest.first()));

        // One document, for Git or for another organisation.
        IacExport export = acme.profiles().exportIac(id, v2.version());
        Files.writeString(work.path(export.fileName()), export.content());
        report.exported(export, work.path(export.fileName()));
        return id;
    }

    private static InstantiateRequest forStaging(ProfileVersion version) {
        InstantiateRequest.Builder request = InstantiateRequest.builder()
                .profile(version.profileId())
                .cluster("staging")
                .stack("platform")
                .bind("CLUSTER_NAME", "staging")
                .bind("BASE_DOMAIN", "staging.northwind-freight.example");
        for (Parameter parameter : version.parameters()) {
            if (parameter.type() == ParameterType.SECRET) {
                request.bindSecret(
                        parameter.name(),
                        SecretRef.env("STAGING_" + parameter.name().toUpperCase(Locale.ROOT)));
            }
        }
        return request.build();
    }
}
