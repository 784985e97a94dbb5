package io.stackprofile.core;

import static io.stackprofile.core.LiveQuay.at;
import static io.stackprofile.core.LiveQuay.list;
import static io.stackprofile.core.LiveQuay.map;
import static io.stackprofile.core.QuayStack.edited;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.instantiation.Instantiations;
import io.stackprofile.instantiation.PathDrift;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.instantiation.UpdateRequest;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Local edits on a live target that look like what a server does by itself, and are not. */
class LiveEditsTest {

    private final EngineFixture fixture = new EngineFixture();
    private final Instantiations instantiations = fixture.acme().instantiations();
    private final ProfileVersion quay = QuayStack.first(fixture);

    @Test
    void aTextThatOnlyLooksLikeAQuantityAndAnEmptyOneAreEdits() {
        ProfileVersion version = next(edited(
                QuayStack.spec(),
                QuayStack.SETTINGS,
                "mode: steady",
                "mode: steady\n  level: \"1.0\"\n  size: 1024Mi\n  note: \"\""));
        StackDraft deployed = live(version, objects -> {
            map(at(objects.get("settings"), "data")).put("level", "1");
            map(at(objects.get("settings"), "data")).put("size", "1Gi");
            map(at(objects.get("settings"), "data")).remove("note");
        });

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(drifted(deployed)).containsExactlyInAnyOrder("/data/level", "/data/size", "/data/note");
        assertThat(update.spec().find(QuayStack.SETTINGS).orElseThrow().text().orElseThrow())
                .contains("level: \"1\"", "size: 1Gi")
                .doesNotContain("note:");
    }

    @Test
    void anAddonsValuesAreComparedAsTheyWereGiven() {
        ProfileVersion version = next(QuayStack.spec()
                .with(QuayStack.spec()
                        .find(QuayStack.METRICS)
                        .orElseThrow()
                        .withText("tag: \"1.0\"\nzone: null\nenabled: false\nlimits: {}\n")));
        StackDraft deployed = live(version, objects -> {});
        QuayStack.change(
                fixture.staging,
                spec -> spec.with(
                        spec.find(QuayStack.METRICS).orElseThrow().withText("{\"tag\":\"1\",\"zone\":\"north\"}")));

        assertThat(drifted(deployed)).containsExactlyInAnyOrder("/tag", "/zone", "/enabled");
    }

    @Test
    void anItemThatSomeoneTookOutOfAListOrGaveAnotherKeyIsAnEdit() {
        ProfileVersion version = next(edited(
                QuayStack.spec(),
                QuayStack.PLANNER,
                "          image: ghcr.io",
                "          env:\n            - {name: ZONE, value: north}\n            - {name: PIER, value: four}\n"
                        + "          image: ghcr.io"));
        StackDraft deployed = live(version, objects -> {
            list(at(objects.get("planner"), "spec", "template", "spec", "containers", 0, "env"))
                    .remove(0);
            map(at(objects.get("exporter"), "spec", "ports", 0)).put("port", 9200L);
        });

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(drifted(deployed))
                .contains("/spec/template/spec/containers/0/env/0", "/spec/ports/0")
                .doesNotContain("/spec/template/spec/containers/0/env/1");
        assertThat(QuayStack.planner(update.spec()).text().orElseThrow())
                .contains("PIER")
                .doesNotContain("ZONE");
    }

    @Test
    void whatSomeoneAddedToAListThatTheServerKeepsAsOneValueIsAnEdit() {
        MemberRef binding = MemberRef.manifest("binding");
        ProfileVersion version = next(QuayStack.spec().with(binding("planner")));
        StackDraft deployed = live(version, objects -> {
            list(objects.get("binding").get("subjects"))
                    .add(new LinkedHashMap<>(Map.of("kind", "ServiceAccount", "name", "auditor", "namespace", "quay")));
            list(map(objects.get("binding").get("metadata")).get("managedFields"))
                    .clear();
            LiveQuay.own(objects.get("binding"), "kubectl-edit", Map.of("f:subjects", Map.of()));
        });
        QuayStack.next(fixture, version, QuayStack.spec().with(binding("pilot")));

        StackDraft update = instantiations.update(UpdateRequest.of(deployed.instantiationId()));

        assertThat(drifted(deployed)).containsExactly("/subjects/1");
        assertThat(update.spec().find(binding).orElseThrow().text().orElseThrow())
                .contains("name: auditor", "name: pilot");
    }

    private static Manifest binding(String subject) {
        return ShopStack.manifest("binding", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: planner
                  namespace: quay
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: planner}
                subjects:
                  - kind: ServiceAccount
                    name: %s
                    namespace: quay
                """.formatted(subject));
    }

    private List<String> drifted(StackDraft deployed) {
        return instantiations.drift(deployed.instantiationId()).members().stream()
                .flatMap(member -> member.paths().stream())
                .map(PathDrift::path)
                .toList();
    }

    private ProfileVersion next(StackSpec changed) {
        return QuayStack.next(fixture, quay, changed);
    }

    private StackDraft live(ProfileVersion version, Consumer<Map<String, Map<String, Object>>> edit) {
        StackDraft deployed = QuayStack.deployed(fixture, version);
        fixture.staging.put(LiveQuay.of(deployed.spec(), "harbour-Pilot-9921-sextant", edit));
        return deployed;
    }
}
