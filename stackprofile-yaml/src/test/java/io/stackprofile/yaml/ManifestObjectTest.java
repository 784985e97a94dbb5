package io.stackprofile.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Kubernetes objects of a file, one by one. */
class ManifestObjectTest {
    private static List<String> found(String text) {
        return ManifestObject.of(YamlFile.parse(text)).stream()
                .map(o -> o.document() + o.pointer() + " " + o.apiVersion() + " " + o.kind())
                .toList();
    }

    @Test
    void everyDocumentAndEveryItemIsAnObject() {
        assertThat(found("""
                # nothing
                ---
                {apiVersion: v1, kind: Secret, data: {p: aHVudGVyMg==}}
                ---
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: apps/v1, kind: Deployment}
                - not an object
                - apiVersion: v1
                  kind: List
                  items: [{apiVersion: v1, kind: ConfigMap}, {kind: Nothing}]
                ---
                replicaCount: 2   # values
                """))
                .containsExactly("0 v1 Secret", "1/items/0 apps/v1 Deployment", "1/items/2/items/0 v1 ConfigMap");
    }

    @Test
    void aTypedListNamesItsItemsKind() {
        assertThat(found("apiVersion: v1\nkind: SecretList\nmetadata: {}\nitems: [{data: {}}, {kind: Other}]\n"))
                .containsExactly("0/items/0 v1 Secret", "0/items/1 v1 Other");
        assertThat(found("apiVersion: v1\nkind: PodList\nitems: []\n")).isEmpty();
        assertThat(found("apiVersion: example.org/v1\nkind: AllowList\nmetadata: {name: a}\nitems: [x]\n"))
                .containsExactly("0 example.org/v1 AllowList");
        assertThat(found("apiVersion: example.org/v1\nkind: AllowList\nspec: {}\n"))
                .containsExactly("0 example.org/v1 AllowList");
    }

    @Test
    void aliasesAndMergesCount() {
        String text =
                "apiVersion: v1\nkind: List\nx: &x {apiVersion: v1, kind: Pod}\nitems: [*x, {<<: *x, spec: {}}]\n";
        assertThat(found(text)).containsExactly("0/items/0 v1 Pod", "0/items/1 v1 Pod");
        YamlFile file = YamlFile.parse(text);
        ManifestObject first = ManifestObject.of(file).get(0);
        assertThat(file.documents().get(0).at(first.pointer()).orElseThrow().resolve())
                .isSameAs(first.mapping());
        assertThat(new YamlPatch(file).put(0, first.pointer() + "/a", 1).file().text())
                .isEqualTo(text.replace("[*x,", "[{apiVersion: v1, kind: Pod, a: 1},"));
    }

    @Test
    void itsTextHoldsNothingOfTheObject() {
        YamlFile file = YamlFile.parse("{apiVersion: v1, kind: Secret, stringData: {p: hunter2}}");
        assertThat(ManifestObject.of(file).toString()).doesNotContain("hunter2").contains("v1 Secret");
    }

    @Test
    void theRecordedStacksHoldTheirObjects() {
        int[] objects = {0};
        Corpus.members("stacks-M.tar.gz")
                .values()
                .forEach(text ->
                        objects[0] += ManifestObject.of(YamlFile.parse(text)).size());
        assertThat(objects[0]).isGreaterThan(150);
    }
}
