package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.stack.MemberRef;
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
                        field(Change.CHANGED, "/containers/1/image", "\"a:1\"", "\"a:2\""),
                        ValueChange.builder()
                                .change(Change.REMOVED)
                                .path("/containers/1")
                                .before("{\"name\":\"gone\",\"image\":\"b\"}")
                                .build());
    }

    @Test
    void namedItemsInAnotherOrderAreAChangeBecauseOrderMayMatter() {
        String before = "initContainers:\n- {name: migrate}\n- {name: seed}\n";
        String after = "initContainers:\n- {name: seed}\n- {name: migrate}\n";

        assertThat(changes(before, after))
                .containsExactly(
                        field(Change.CHANGED, "/initContainers/0/name", "\"migrate\"", "\"seed\""),
                        field(Change.CHANGED, "/initContainers/1/name", "\"seed\"", "\"migrate\""));
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

    private static ValueChange field(Change change, String path, String before, String after) {
        return ValueChange.builder()
                .change(change)
                .path(path)
                .before(before)
                .after(after)
                .build();
    }

    private static List<ValueChange> changes(String before, String after) {
        return DocumentComparison.changes(MemberRef.manifest("api"), before, after, Limits.defaults());
    }
}
