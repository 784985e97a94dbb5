package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Caller;
import io.stackprofile.Digest;
import io.stackprofile.DraftId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.capture.CaptureVersionRequest;
import io.stackprofile.core.watch.Outlet;
import io.stackprofile.core.watch.TraceLogs;
import io.stackprofile.diff.DiffFormat;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.Drafts;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.draft.Suggestions;
import io.stackprofile.iac.ImportRequest;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.RebindRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Profiles;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryStore;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Sixty secrets go through every public operation, with and without failure, and none comes out: not into a store or a
 * cluster, not in a result or anything that can be read out of it, not in a failure, not in a log at its finest.
 */
class EveryCallCanaryTest {

    private static final PageRequest PAGE = PageRequest.first(50);

    private final PlantedStack planted = new PlantedStack();
    private final StackSpec spec = planted.spec();
    private final String resolved = planted.next();
    private final Outlet outlet = new Outlet();
    private final List<String> log = TraceLogs.begin();
    private final InMemoryCluster cluster = InMemoryCluster.named("prod").put("stack", spec, planted.variables());
    private final StackProfiles engine = StackProfileEngine.builder()
            .store(outlet.watched(new InMemoryStore()))
            .clusters((organisation, name) -> Optional.of(outlet.watched(cluster)))
            .secrets((organisation, ref) -> {
                if (ref.scheme().equals("broken")) {
                    throw new IllegalStateException("the vault answered " + resolved);
                }
                return Optional.of(SecretValue.of(resolved + ref.locator()));
            })
            .build();
    private final OrganisationSession acme = engine.as(Caller.of("acme", "alice"));
    private final WatchedCalls calls = new WatchedCalls(outlet);

    @AfterEach
    void close() {
        TraceLogs.end();
        engine.close();
    }

    @Test
    void nothingComesOutOfAnyOperation() throws Exception {
        assertThat(planted.secrets().size()).isGreaterThanOrEqualTo(60);

        ProfileVersion first = profiles();
        ProfileVersion published = drafts(first);
        instantiations(published);
        failures(first);
        new WatchedLife(
                        calls,
                        acme,
                        engine.as(Caller.of("globex", "gina")),
                        planted.secrets().get(1))
                .of(first.profileId());

        assertThat(calls.made()).containsExactlyInAnyOrderElementsOf(operations());
        assertNothingCameOut();
    }

    @Test
    void everyWayOutIsWatched() {
        String secret = planted.secrets().get(0);
        for (String way : List.of("store", "cluster", "result", "failure", "log")) {
            outlet.forget();
            log.clear();
            leak(way, secret);

            assertThatThrownBy(this::assertNothingCameOut)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(way + " holds canary 0")
                    .hasMessageNotContaining(secret);
        }
    }

    private ProfileVersion profiles() throws Exception {
        CaptureRequest.Builder request = CaptureRequest.builder();
        request.name("stack").cluster("prod").stack("stack").includeAddonConfigurations(true);
        request.changelog("As it runs.").requestKey("first");
        calls.make("Profiles.inspect", () -> acme.profiles().inspect(request.build()));
        ProfileVersion first =
                calls.make("Profiles.capture", () -> acme.profiles().capture(request.build()));
        ProfileId id = first.profileId();
        cluster.put("stack", spec.without(spec.members().get(0).ref()), planted.variables());
        calls.make(
                "Profiles.captureVersion",
                () -> acme.profiles()
                        .captureVersion(id, CaptureVersionRequest.builder().build()));
        calls.make("Profiles.list", () -> acme.profiles().list(ProfileQuery.all(), PAGE));
        calls.make("Profiles.count", () -> acme.profiles().count(ProfileQuery.all()));
        calls.make("Profiles.get", () -> acme.profiles().get(id));
        calls.make("Profiles.find", () -> acme.profiles().find("stack"));
        calls.make("Profiles.version", () -> acme.profiles().version(id, 1));
        calls.make("Profiles.influence", () -> acme.profiles().influence(id, 1));
        calls.make("Profiles.suggest", () -> acme.profiles().suggest(id, 1));
        calls.make("Profiles.inputsSchema", () -> acme.profiles().inputsSchema(id, 1));
        VersionDiff diff = calls.make("Profiles.diff", () -> acme.profiles().diff(id, 1, 2));
        for (DiffFormat format : DiffFormat.values()) {
            calls.make("Profiles.renderDiff", () -> acme.profiles().renderDiff(diff, format));
        }
        String document = calls.make("Profiles.exportIac", () -> acme.profiles().exportIac(id, 1))
                .content();
        calls.make("Profiles.inspectIac", () -> acme.profiles().inspectIac(document("imported", document)));
        calls.make("Profiles.importIac", () -> acme.profiles().importIac(document("imported", document)));
        cluster.put("elsewhere", spec, planted.variables());
        new WatchedFleet(calls, acme).captured("stack", "elsewhere");
        calls.make(
                "Profiles.update",
                () -> acme.profiles()
                        .update(id, ProfileChanges.builder().category("edge").build()));
        return first;
    }

    private ProfileVersion drafts(ProfileVersion first) throws Exception {
        CreateDraftRequest.Builder request = CreateDraftRequest.builder();
        request.name("drafted").cluster("prod").stack("stack").includeAddonConfigurations(true);
        ProfileDraft draft = calls.make("Drafts.create", () -> acme.drafts().create(request.build()));
        DraftId id = draft.id();
        List<DraftEdit> edits = new ArrayList<>();
        spec.members().forEach(member -> edits.add(new DraftEdit.PutMember(member)));
        calls.make("Drafts.edit", () -> acme.drafts().edit(id, draft.revision(), edits));
        calls.make("Drafts.list", () -> acme.drafts().list(PAGE));
        calls.make("Drafts.get", () -> acme.drafts().get(id));
        calls.make("Drafts.validate", () -> acme.drafts().validate(id));
        calls.make("Drafts.influence", () -> acme.drafts().influence(id));
        calls.make("Drafts.suggest", () -> acme.drafts().suggest(id));
        calls.make("Drafts.inputsSchema", () -> acme.drafts().inputsSchema(id));
        ProfileVersion published = calls.make(
                "Drafts.publish",
                () -> acme.drafts().publish(id, PublishRequest.builder().build()));
        ProfileDraft other =
                calls.make("Drafts.create", () -> acme.drafts().create(CreateDraftRequest.of(first.profileId())));
        calls.make("Drafts.delete", () -> {
            acme.drafts().delete(other.id());
            return "deleted";
        });
        return published;
    }

    private void instantiations(ProfileVersion version) throws Exception {
        StackDraft draft =
                calls.make("Instantiations.create", () -> acme.instantiations().create(bound(version, "vault")));
        calls.make("Instantiations.draft", () -> acme.instantiations().draft(draft.id()));
        calls.make("Instantiations.review", () -> acme.instantiations().review(draft.id()));
        calls.make("Instantiations.commit", () -> acme.instantiations().commit(draft.id()));
        calls.make("Instantiations.get", () -> acme.instantiations().get(draft.instantiationId()));
        calls.make("Instantiations.list", () -> acme.instantiations().list(version.profileId(), PAGE));
        calls.make("Instantiations.outdated", () -> acme.instantiations().outdated(version.profileId(), PAGE));
        UpdateRequest update = UpdateRequest.of(draft.instantiationId());
        calls.make("Instantiations.preview", () -> acme.instantiations().preview(update));
        StackDraft updated =
                calls.make("Instantiations.update", () -> acme.instantiations().update(update));
        calls.make(
                "Instantiations.rebind",
                () -> acme.instantiations()
                        .rebind(RebindRequest.builder().draft(updated.id()).build()));
        calls.make("Instantiations.drafts", () -> acme.instantiations().drafts("prod"));
        acme.instantiations().discard(updated.id());
        new WatchedEnds(calls, outlet, acme, cluster, planted).of(version, draft.instantiationId());
        new WatchedFleet(calls, acme).of(version);
        StackDraft broken =
                calls.make("Instantiations.create", () -> acme.instantiations().create(bound(version, "broken")));
        calls.refused("Instantiations.commit", () -> acme.instantiations().commit(broken.id()));
        calls.make("Instantiations.discard", () -> {
            acme.instantiations().discard(broken.id());
            return "discarded";
        });
    }

    /** What is wrong with an input is said without it. */
    private void failures(ProfileVersion first) {
        String secret = planted.secrets().get(0);
        String brokenYaml = "password: [" + secret + "\n: x";
        Manifest broken = Manifest.builder().name("broken").content(brokenYaml).build();
        cluster.put("broken", StackSpec.of(Optional.empty(), List.of(broken)));
        CaptureRequest.Builder request = CaptureRequest.builder();
        request.name("broken").cluster("prod").stack("broken");
        calls.refused("Profiles.inspect", () -> acme.profiles().inspect(request.build()));
        calls.refused("Profiles.inspectIac", () -> acme.profiles().inspectIac(document("broken", brokenYaml)));
        calls.refused("Profiles.capture", () -> acme.profiles().capture(request.build()));
        new WatchedFleet(calls, acme).refused("stack", "broken");
        calls.refused("Profiles.importIac", () -> acme.profiles().importIac(document("broken", brokenYaml)));
        calls.refused(
                "Profiles.importIac",
                () -> acme.profiles().importIac(document("broken", "spec: {password: " + secret + "}")));
        calls.refused(
                "Instantiations.readParameterSet", () -> acme.instantiations().readParameterSet(brokenYaml));
        String step = "{rename: {from: '" + secret + " !', to: b}}";
        String migration = "apiVersion: stackprofile.io/v1\nkind: BindingMigration\nspec: {steps: [" + step + "]}";
        calls.refused("Drafts.readMigration", () -> acme.drafts().readMigration(brokenYaml));
        calls.refused("Drafts.readMigration", () -> acme.drafts().readMigration(migration));
        ProfileDraft draft = acme.drafts().create(CreateDraftRequest.of(first.profileId()));
        calls.refused(
                "Drafts.edit",
                () -> acme.drafts().edit(draft.id(), draft.revision(), List.of(new DraftEdit.PutMember(broken))));
        calls.refused("Profiles.find", () -> acme.profiles().find("no-such-profile"));
        acme.drafts().delete(draft.id());
    }

    private ImportRequest document(String name, String content) {
        return ImportRequest.builder().name(name).content(content).build();
    }

    private InstantiateRequest bound(ProfileVersion version, String scheme) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(version.profileId())
                .version(version.version())
                .cluster("prod")
                .stack("copy");
        version.parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef(scheme, parameter.name())));
        return request.build();
    }

    private void assertNothingCameOut() {
        outlet.note("log", List.copyOf(log));
        outlet.words().forEach((way, words) -> assertAbsent(way, words, planted.secrets()));
    }

    private void leak(String way, String secret) {
        String encoded = PlantedStack.base64("x" + secret);
        switch (way) {
            case "store" ->
                outlet.watched(new InMemoryStore())
                        .contents()
                        .putAll("acme", Map.of(Digest.of("sha256:" + "0".repeat(64)), encoded), Instant.EPOCH);
            case "cluster" -> outlet.watched(cluster).read(encoded);
            case "failure" -> outlet.note(way, new IllegalStateException("a", new IllegalArgumentException(encoded)));
            case "log" -> LoggerFactory.getLogger("leaking").trace("captured {}", encoded);
            default -> outlet.note(way, Optional.of(List.of(StackSpec.of(Optional.of(encoded), List.of()))));
        }
    }

    private static Set<String> operations() {
        Set<String> operations = new LinkedHashSet<>();
        Stream.of(Profiles.class, Drafts.class, Suggestions.class, Instantiations.class)
                .forEach(facade -> {
                    for (Method method : facade.getMethods()) {
                        operations.add(facade.getSimpleName() + "." + method.getName());
                    }
                });
        return operations;
    }
}
