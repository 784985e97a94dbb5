package io.stackprofile.it.folder;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.AdoptRequest;
import io.stackprofile.instantiation.Adoption;
import io.stackprofile.instantiation.CommitOptions;
import io.stackprofile.instantiation.CommitResult;
import io.stackprofile.instantiation.DriftReport;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.instantiation.MemberDrift;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdatePreview;
import io.stackprofile.instantiation.UpdateRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of an instance in a GitOps repository and in a plain folder, which people edit in between. */
class FolderInstancesTest {

    @TempDir
    Path root = Path.of("");

    private interface Story {
        void in(FolderWorld world);
    }

    private void tell(FolderKind kind, Story story) {
        try (FolderWorld world = new FolderWorld(kind, root)) {
            story.in(world);
            world.assertNoSecrets();
        }
    }

    private static Stream<String> places(DriftReport drift) {
        return drift.members().stream()
                .flatMap(member -> member.paths().stream()
                        .map(path -> member.ref() + path.path() + " "
                                + path.expected().orElse("-") + " "
                                + path.actual().orElse("-")));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCommittedHasNotDriftedAndACommentIsNoDrift(FolderKind kind) {
        tell(kind, world -> {
            StackDraft draft = world.deployed();

            DriftReport before = world.seen(world.instantiations().drift(draft.instantiationId()));
            world.edit("planner", "# one a shift", "# one a shift, two at night");
            DriftReport commented = world.seen(world.instantiations().drift(draft.instantiationId()));

            assertThat(before.asDeployed()).as(before.toString()).isTrue();
            assertThat(commented.asDeployed()).as(commented.toString()).isTrue();
            assertThat(before.others()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPersonsEditsAreToldByDriftAndKeptByAnUpdateWithTheirComments(FolderKind kind) {
        tell(kind, world -> {
            StackDraft first = world.deployed();
            world.edit("planner", "replicas: 2   # one a shift", "replicas: 5   # the regatta");
            world.edit(
                    "planner",
                    "limits: {memory: 512Mi",
                    "# asked for by operations\n            limits: {memory: 512Mi");
            world.edit("settings", "mode: steady", "mode: storm");
            assertThat(places(world.seen(world.instantiations().drift(first.instantiationId()))))
                    .containsExactlyInAnyOrder(
                            "manifest/planner/spec/replicas 2 5", "manifest/settings/data/mode \"steady\" \"storm\"");
            world.next(Berths.edited(
                    Berths.edited(Berths.stack(), Berths.PLANNER, "planner:1.4.0", "planner:1.5.0"),
                    Berths.SETTINGS,
                    "tide: \"neap\"",
                    "tide: \"spring\""));
            String planner = world.text("quay", "planner");
            String settings = world.text("quay", "settings");

            StackDraft update = world.instantiations().update(UpdateRequest.of(first.instantiationId()));
            CommitResult result = world.committed(update);

            assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.DEPLOYED);
            assertThat(world.text("quay", "planner")).isEqualTo(planner.replace("planner:1.4.0", "planner:1.5.0"));
            assertThat(world.text("quay", "settings")).isEqualTo(settings.replace("\"neap\"", "\"spring\""));
            assertThat(places(world.seen(world.instantiations().drift(update.instantiationId()))))
                    .containsExactlyInAnyOrder(
                            "manifest/planner/spec/replicas 2 5", "manifest/settings/data/mode \"steady\" \"storm\"");
            assertThat(world.instantiations().get(first.instantiationId()).status())
                    .isEqualTo(InstantiationStatus.SUPERSEDED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aConflictNamesBothSidesAndIsSettledEitherWay(FolderKind kind) {
        tell(kind, world -> {
            StackDraft first = world.deployed();
            world.edit("settings", "mode: steady", "mode: storm");
            world.next(Berths.edited(Berths.stack(), Berths.SETTINGS, "mode: steady", "mode: brisk"));
            Map<String, String> before = world.files();
            UpdateRequest request = UpdateRequest.of(first.instantiationId());

            UpdatePreview preview = world.seen(world.instantiations().preview(request));
            StackProfileException refused = assertFails(
                    ErrorCode.MERGE_CONFLICT, () -> world.instantiations().update(request));

            assertAbsent(refused, List.of(Berths.PASSWORD, FolderWorld.SECRET, "storm", "brisk"));
            assertThat(world.files()).isEqualTo(before);
            assertThat(preview.conflicts()).hasSize(1);
            MergeConflict conflict = preview.conflicts().get(0);
            assertThat(conflict.location().path()).contains("/data/mode");
            assertThat(List.of(conflict.base(), conflict.theirs(), conflict.ours())
                            .toString())
                    .isEqualTo("[Optional[\"steady\"], Optional[\"brisk\"], Optional[\"storm\"]]");
            StackDraft ours = settled(world, request, conflict, MergeResolution.ours());
            assertThat(ours.spec().find(Berths.SETTINGS).orElseThrow().text().orElseThrow())
                    .contains("mode: storm   # or storm\n");
            world.instantiations().discard(ours.id());
            world.committed(settled(world, request, conflict, MergeResolution.theirs()));
            assertThat(world.text("quay", "settings")).contains("mode: brisk   # or storm\n");
        });
    }

    private static StackDraft settled(
            FolderWorld world, UpdateRequest request, MergeConflict conflict, MergeResolution resolution) {
        return world.instantiations()
                .update(UpdateRequest.builder()
                        .instantiation(request.instantiation())
                        .putResolution(conflict.id(), resolution)
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void aMemberThatTheVersionDropsIsRemoved(FolderKind kind) {
        tell(kind, world -> {
            StackDraft first = world.deployed();
            world.next(Berths.stack().without(Berths.EXPORTER).without(Berths.METRICS));

            StackDraft update = world.instantiations().update(UpdateRequest.of(first.instantiationId()));
            CommitResult result = world.committed(update);

            assertThat(update.removals()).containsExactlyInAnyOrder(Berths.EXPORTER, Berths.METRICS);
            assertThat(result.members())
                    .filteredOn(member -> member.status() == MemberOutcome.Status.REMOVED)
                    .extracting(MemberOutcome::ref)
                    .containsExactlyInAnyOrder(Berths.EXPORTER, Berths.METRICS);
            assertThat(world.file("quay", "exporter")).doesNotExist();
            assertThat(world.files().keySet()).noneMatch(path -> path.contains("metrics"));
            DriftReport drift = world.seen(world.instantiations().drift(update.instantiationId()));
            assertThat(drift.asDeployed()).as(drift.toString()).isTrue();
            assertThat(drift.others()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedMemberThatSomebodyEditedIsAConflictAndStaysAllTheSame(FolderKind kind) {
        tell(kind, world -> {
            StackDraft first = world.deployed();
            world.edit("exporter", "9100", "9200");
            world.next(Berths.stack().without(Berths.EXPORTER));
            UpdateRequest request = UpdateRequest.of(first.instantiationId());

            MergeConflict conflict =
                    world.instantiations().preview(request).conflicts().get(0);
            StackDraft goes = settled(world, request, conflict, MergeResolution.theirs());
            CommitResult kept = world.committed(goes);

            assertThat(conflict.kind()).isEqualTo(MergeConflict.Kind.DELETE_MODIFY);
            assertThat(kept.members()).last().extracting(MemberOutcome::status).isEqualTo(MemberOutcome.Status.KEPT);
            assertThat(world.text("quay", "exporter")).contains("9200");
            assertThat(world.instantiations().drift(goes.instantiationId()).others())
                    .containsExactly(Berths.EXPORTER);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedMemberThatSomebodyEditedGoesWhenThatIsAsked(FolderKind kind) {
        tell(kind, world -> {
            StackDraft first = world.deployed();
            world.edit("exporter", "9100", "9200");
            world.next(Berths.stack().without(Berths.EXPORTER));
            UpdateRequest request = UpdateRequest.of(first.instantiationId());
            MergeConflict conflict =
                    world.instantiations().preview(request).conflicts().get(0);
            StackDraft goes = settled(world, request, conflict, MergeResolution.theirs());

            CommitResult gone = world.seen(world.instantiations()
                    .commit(
                            goes.id(),
                            CommitOptions.builder().removeForeign(true).build()));

            assertThat(gone.members()).last().extracting(MemberOutcome::status).isEqualTo(MemberOutcome.Status.REMOVED);
            assertThat(world.file("quay", "exporter")).doesNotExist();
        });
    }

    @ParameterizedTest
    @EnumSource
    void anUninstalledInstanceLeavesEverythingElseAsItWas(FolderKind kind) {
        tell(kind, world -> {
            StackDraft draft = world.deployed();

            CommitResult result =
                    world.seen(world.instantiations().uninstall(draft.instantiationId(), CommitOptions.defaults()));

            assertThat(result.instantiation().status()).isEqualTo(InstantiationStatus.UNINSTALLED);
            assertThat(result.members()).extracting(MemberOutcome::status).containsOnly(MemberOutcome.Status.REMOVED);
            assertThat(world.files()).isEqualTo(kind.emptied());
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyEditedStaysWhenTheRestIsUninstalled(FolderKind kind) {
        tell(kind, world -> {
            StackDraft draft = world.deployed();
            world.edit("settings", "mode: steady", "mode: storm");

            CommitResult result =
                    world.seen(world.instantiations().uninstall(draft.instantiationId(), CommitOptions.defaults()));

            assertThat(result.members())
                    .filteredOn(member -> member.status() == MemberOutcome.Status.KEPT)
                    .extracting(MemberOutcome::ref)
                    .containsExactly(Berths.SETTINGS);
            assertThat(world.text("quay", "settings")).contains("mode: storm");
            assertThat(world.file("quay", "planner")).doesNotExist();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aProfileLivesTwiceInNamespacesOfTheirOwn(FolderKind kind) {
        tell(kind, world -> {
            StackDraft one = world.deployed();
            StackDraft two = world.deployed(
                    world.request("quay-two").putNamespace("quay", "quay-two").build());

            assertThat(world.text("quay", "planner")).contains("namespace: quay\n");
            assertThat(world.text("quay-two", "planner"))
                    .isEqualTo(world.text("quay", "planner").replace("namespace: quay\n", "namespace: quay-two\n"));
            for (StackDraft draft : List.of(one, two)) {
                DriftReport drift = world.seen(world.instantiations().drift(draft.instantiationId()));
                assertThat(drift.asDeployed()).as(drift.toString()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStackThatStandsThereIsAdoptedAndThenFollowsTheVersions(FolderKind kind) {
        tell(kind, world -> {
            StackDraft earlier = world.deployed();
            world.edit("planner", "replicas: 2", "replicas: 5");
            world.instantiations().forget(earlier.instantiationId());
            Map<String, String> before = world.files();
            AdoptRequest.Builder request = AdoptRequest.builder();
            world.secrets().forEach(request::bindSecret);

            Adoption adoption = world.seen(world.instantiations()
                    .adopt(request.profile(world.version().profileId())
                            .cluster("target")
                            .stack("quay")
                            .build()));

            assertThat(world.files()).isEqualTo(before);
            assertThat(adoption.drift().members())
                    .filteredOn(member -> member.state() != MemberDrift.State.AS_DEPLOYED)
                    .extracting(MemberDrift::ref)
                    .containsExactly(Berths.PLANNER);
            world.next(Berths.edited(Berths.stack(), Berths.PLANNER, "planner:1.4.0", "planner:1.5.0"));
            world.committed(world.instantiations()
                    .update(UpdateRequest.of(adoption.instantiation().id())));
            assertThat(world.text("quay", "planner")).contains("replicas: 5   # one a shift", "planner:1.5.0");
        });
    }
}
