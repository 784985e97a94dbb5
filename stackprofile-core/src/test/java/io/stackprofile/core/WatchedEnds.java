package io.stackprofile.core;

import io.stackprofile.InstantiationId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.core.watch.Outlet;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.testkit.InMemoryCluster;
import java.util.ArrayList;
import java.util.List;

/** Previews, compares, adopts and ends instances whose targets hold every secret in the open. */
final class WatchedEnds {

    private final WatchedCalls calls;
    private final Outlet outlet;
    private final OrganisationSession acme;
    private final InMemoryCluster cluster;
    private final PlantedStack planted;

    WatchedEnds(
            WatchedCalls calls,
            Outlet outlet,
            OrganisationSession acme,
            InMemoryCluster cluster,
            PlantedStack planted) {
        this.calls = calls;
        this.outlet = outlet;
        this.acme = acme;
        this.cluster = cluster;
        this.planted = planted;
    }

    /** The target holds every secret in the open: someone put it there, as text and as an API server would return it. */
    void of(ProfileVersion version, InstantiationId id) throws Exception {
        UpdateRequest update = UpdateRequest.of(id);
        for (boolean live : List.of(false, true)) {
            cluster.put(StackSnapshot.builder()
                    .name("copy")
                    .spec(planted.spec())
                    .putAllVariables(planted.variables())
                    .live(live)
                    .fingerprint("")
                    .build());
            calls.make("Instantiations.preview", () -> {
                UpdatePreview preview = acme.instantiations().preview(update);
                outlet.note("result", List.of(preview, shown(preview)));
                return preview;
            });
            calls.make("Instantiations.drift", () -> {
                DriftReport drift = acme.instantiations().drift(id);
                outlet.note("result", shown(drift));
                return drift;
            });
        }
        AdoptRequest.Builder request = AdoptRequest.builder();
        request.profile(version.profileId())
                .version(version.version())
                .cluster("prod")
                .stack("stack");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        Adoption adoption =
                calls.make("Instantiations.adopt", () -> acme.instantiations().adopt(request.build()));
        outlet.note("result", shown(adoption.drift()));
        calls.make(
                "Instantiations.forget",
                () -> acme.instantiations().forget(adoption.instantiation().id()));
        calls.make("Instantiations.uninstall", () -> acme.instantiations().uninstall(id, CommitOptions.defaults()));
    }

    /** What toString leaves out. */
    private static List<Object> shown(UpdatePreview preview) {
        List<Object> shown = new ArrayList<>();
        preview.conflicts()
                .forEach(conflict ->
                        shown.addAll(List.of(conflict.base(), conflict.theirs(), conflict.ours(), conflict.id())));
        preview.members().forEach(member -> shown.add(member.unified()));
        return shown;
    }

    private static List<Object> shown(DriftReport drift) {
        List<Object> shown = new ArrayList<>();
        drift.members()
                .forEach(member -> member.paths()
                        .forEach(path -> shown.addAll(List.of(path.expected(), path.actual(), path.path()))));
        return shown;
    }
}
