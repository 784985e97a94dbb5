package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.Limits;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.stack.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentComparisonTest {

    @Test
    void objectsAreMatchedByIdentityAndNotByPlace() {
        String before = object("Service", "api", "port: 80") + "---\n" + object("Service", "web", "port: 80") + "---\n"
                + object("Service", "old", "port: 1");
        String after = object("Service", "new", "port: 2") + "---\n" + object("Service", "web", "port: 81") + "---\n"
                + object("Service", "api", "port: 80");

        assertThat(changes(before, after))
                .containsExactly(
                        ValueChange.builder()
                                .change(Change.ADDED)
                                .path("")
                                .after("{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"new\"},"
                                        + "\"spec\":{\"port\":2}}")
                                .verdict(Verdict.compatible("object-added", "The object is made."))
                                .build(),
                        ValueChange.builder()
                                .change(Change.CHANGED)
                                .document(1)
                                .path("/spec/port")
                                .before("80")
                                .after("81")
                                .build(),
                        ValueChange.builder()
                                .change(Change.REMOVED)
                                .document(2)
                                .path("")
                                .before("{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"old\"},"
                                        + "\"spec\":{\"port\":1}}")
                                .verdict(Verdict.breaking(
                                        "object-removed", "The object goes, and what runs in it or is kept by it."))
                                .build());
    }

    @Test
    void aNewVersionOfAnApiIsAChangeOfTheObjectAndAnotherNamespaceIsNot() {
        String before = "apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: api}\n";

        assertThat(changes(before, before.replace("v1beta1", "v1")))
                .containsExactly(field(Change.CHANGED, "/apiVersion", "\"apps/v1beta1\"", "\"apps/v1\""));
        assertThat(changes(before, before.replace("name: api", "name: api, namespace: edge")))
                .extracting(ValueChange::change)
                .containsExactly(Change.ADDED, Change.REMOVED);
    }

    @Test
    void namedListItemsAreMatchedByNameAndPathsLeadIntoTheNewerText() {
        String before =
                "containers:\n- {name: app, image: \"a:1\"}\n- {name: gone, image: b}\n- {name: log, image: c}\n";
        String after =
                "containers:\n- {name: init, image: d}\n- {name: app, image: \"a:2\"}\n- {name: log, image: c}\n";

        assertThat(changes(before, after))
                .containsExactly(
                        ValueChange.builder()
                                .change(Change.ADDED)
                                .path("/containers/0")
                                .after("{\"name\":\"init\",\"image\":\"d\"}")
                                .build(),
                        ValueChange.builder()
                                .change(Change.CHANGED)
                                .path("/containers/1/image")
                                .beforePath("/containers/0/image")
                                .before("\"a:1\"")
                                .after("\"a:2\"")
                                .build(),
                        ValueChange.builder()
                                .change(Change.REMOVED)
                                .path("/containers/1")
                                .before("{\"name\":\"gone\",\"image\":\"b\"}")
                                .build());
    }

    @Test
    void itemsInAnotherOrderMovedAndTheTableSaysWhetherThatMatters() {
        assertThat(changes(
                        "initContainers:\n- {name: migrate}\n- {name: seed}\n",
                        "initContainers:\n- {name: seed}\n- {name: migrate}\n"))
                .containsExactly(moved("/initContainers", "[\"migrate\",\"seed\"]", "[\"seed\",\"migrate\"]")
                        .withVerdict(Verdict.compatible(
                                "list-order-matters", "The items stand in another order, which may mean something.")));
        assertThat(changes(
                        "volumes:\n- {name: a}\n- {name: b}\n- {name: c}\n",
                        "volumes:\n- {name: c, emptyDir: {}}\n- {name: a}\n"))
                .extracting(
                        ValueChange::change,
                        ValueChange::path,
                        change -> change.verdict().impact())
                .containsExactly(
                        tuple(Change.MOVED, "/volumes", Impact.COSMETIC),
                        tuple(Change.ADDED, "/volumes/0/emptyDir", Impact.COMPATIBLE),
                        tuple(Change.REMOVED, "/volumes/1", Impact.COMPATIBLE));
    }

    @Test
    void kubernetesListsAreMatchedByTheirMergeKeys() {
        assertThat(paths(
                        "ports:\n- {containerPort: 80, name: http}\n- {containerPort: 53, protocol: UDP}\n",
                        "ports:\n- {containerPort: 53, protocol: TCP}\n- {containerPort: 53, protocol: UDP}\n"
                                + "- {containerPort: 80, protocol: TCP, name: web}\n"))
                .containsExactly("MOVED /ports", "ADDED /ports/0", "ADDED /ports/2/protocol", "CHANGED /ports/2/name");
        assertThat(paths(
                        "volumeMounts:\n- {mountPath: /a, name: x}\n- {mountPath: /b, name: x}\n",
                        "volumeMounts:\n- {mountPath: /b, name: y}\n"))
                .containsExactly("CHANGED /volumeMounts/0/name", "REMOVED /volumeMounts/0");
        assertThat(
                        paths(
                                "topologySpreadConstraints:\n- {topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: 1}\n",
                                "topologySpreadConstraints:\n- {topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, maxSkew: 1}\n"))
                .containsExactly("ADDED /topologySpreadConstraints/0", "REMOVED /topologySpreadConstraints/0");
        assertThat(paths("tolerations:\n- {key: a}\n- {key: b}\n", "tolerations:\n- {key: b}\n- {key: a}\n"))
                .containsExactly("CHANGED /tolerations/0/key", "CHANGED /tolerations/1/key");
    }

    @Test
    void aDocumentInATextIsComparedInStructureWithTheTextBeside() {
        String before = "data:\n  app.yaml: |\n    # set by ops\n    log: {level: info}\n    ports: [1]\n";

        ValueChange change = changes(before, before.replace("info", "debug")).get(0);

        assertThat(change.path()).isEqualTo("/data/app.yaml");
        assertThat(change.embedded()).containsExactly(field(Change.CHANGED, "/log/level", "\"info\"", "\"debug\""));
        assertThat(change.unified().orElseThrow()).contains("-log: {level: info}\n+log: {level: debug}\n");
        assertThat(changes(before, before.replace("ops", "the platform team")))
                .extracting(found -> found.verdict().rule(), ValueChange::impact)
                .containsExactly(tuple("embedded-formatting", Impact.COSMETIC));
        assertThat(changes("data:\n  app.properties: |\n    a: 1 # b\n", "data:\n  app.properties: |\n    a: 1 # c\n"))
                .extracting(found -> found.verdict().rule(), ValueChange::impact)
                .doesNotContain(tuple("embedded-formatting", Impact.COSMETIC));
        assertThat(changes("data:\n  a.json: '{\"a\": 1}'\n", "data:\n  a.json: '{\"a\": 2}'\n")
                        .get(0)
                        .embedded())
                .containsExactly(field(Change.CHANGED, "/a", "1", "2"));
        assertThat(changes("data:\n  run.sh: |\n    set -e\n    a\n", "data:\n  run.sh: |\n    set -e\n    b\n")
                        .get(0)
                        .embedded())
                .isEmpty();
    }

    @Test
    void otherListsAreComparedFromBothEnds() {
        assertThat(changes("args: [--a, --b, --c]\n", "args: [--a, --x, --b, --c]\n"))
                .containsExactly(ValueChange.builder()
                        .change(Change.ADDED)
                        .path("/args/1")
                        .after("\"--x\"")
                        .build());
        assertThat(changes("args: [--a, --b, --c]\n", "args: [--b, --c]\n"))
                .containsExactly(ValueChange.builder()
                        .change(Change.REMOVED)
                        .path("/args/0")
                        .before("\"--a\"")
                        .build());
    }

    @Test
    void keysStandInPointersEscapedAndTypesCount() {
        assertThat(changes("a/b: {c~d: yes, e: 1.0, f: ~}\n", "a/b: {c~d: \"yes\", e: 1, f: [~]}\n"))
                .containsExactly(
                        field(Change.CHANGED, "/a~1b/c~0d", "true", "\"yes\""),
                        field(Change.CHANGED, "/a~1b/f", "null", "[null]"));
    }

    private static String object(String kind, String name, String spec) {
        return "apiVersion: v1\nkind: " + kind + "\nmetadata:\n  name: " + name + "\nspec:\n  " + spec + "\n";
    }

    private static ValueChange moved(String path, String before, String after) {
        return field(Change.MOVED, path, before, after);
    }

    private static List<String> paths(String before, String after) {
        return changes(before, after).stream()
                .map(change -> change.change() + " " + change.path())
                .toList();
    }

    private static ValueChange field(Change change, String path, String before, String after) {
        return ValueChange.builder()
                .change(change)
                .path(path)
                .before(before)
                .after(after)
                .build();
    }

    private static List<ValueChange> changes(String before, String after) {
        return new DocumentComparison(new MemberDocuments(Limits.defaults()), MovedObjects.NONE)
                .changes(manifest(before), manifest(after))
                .orElseThrow();
    }

    private static Manifest manifest(String content) {
        return Manifest.builder().name("api").content(content).build();
    }
}
