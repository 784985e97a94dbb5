package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.stack.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedObjectsTest {

    private static final String SERVICE =
            "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: A}\n";
    private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {a: b}\n";

    @Test
    void anObjectThatGoesFromAListIsRemoved() {
        VersionDiff diff = diff(list(SERVICE, CONFIG), list(SERVICE));

        assertThat(diff.impact()).isEqualTo(Impact.BREAKING);
        assertThat(changes(diff))
                .extracting(
                        ValueChange::change,
                        ValueChange::path,
                        change -> change.verdict().rule())
                .containsExactly(tuple(Change.REMOVED, "/items/1", "object-removed"));
    }

    @Test
    void objectsOfAListAreMatchedByIdentityAndHeldAgainstWhatCannotChange() {
        VersionDiff diff = diff(list(SERVICE, CONFIG), list(CONFIG, SERVICE.replace("IP: A", "IP: B")));

        assertThat(changes(diff))
                .extracting(
                        ValueChange::path,
                        change -> change.beforePath().orElse(""),
                        change -> change.verdict().rule())
                .containsExactly(tuple("/items/1/spec/clusterIP", "/items/0/spec/clusterIP", "immutable-field"));
    }

    @Test
    void anObjectInAListIsTheOneThatWasADocument() {
        VersionDiff diff = diff(SERVICE, list(CONFIG, SERVICE.replace("IP: A", "IP: B")));

        assertThat(changes(diff))
                .extracting(change -> change.verdict().rule())
                .containsExactlyInAnyOrder("value-changed", "object-added", "immutable-field");
    }

    @Test
    void anObjectInAMemberOfAnotherNamespaceDidNotMove() {
        Manifest keep = Versions.manifest("keep", SERVICE);
        Manifest there = Manifest.builder()
                .name("keep")
                .namespace("edge")
                .content(SERVICE)
                .build();
        Manifest with = there.withText(SERVICE + "---\n" + CONFIG);

        assertThat(impact(Versions.manifest("gone", CONFIG), there, with)).isEqualTo(Impact.BREAKING);
        assertThat(impact(Versions.manifest("gone", CONFIG), keep, keep.withText(SERVICE + "---\n" + CONFIG)))
                .isEqualTo(Impact.COMPATIBLE);
    }

    @Test
    void aPlaceholderThatGetsQuotesIsAnotherValue() {
        String plain =
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: ${{ parameters.n }}\n";

        assertThat(changes(diff(plain, plain.replace("${{ parameters.n }}", "\"${{ parameters.n }}\""))))
                .extracting(ValueChange::path, change -> change.verdict().rule(), ValueChange::impact)
                .containsExactly(tuple("/spec/replicas", "placeholder-quotes", Impact.COMPATIBLE));
        String text = plain.replace("}}\n", "}}-x\n");
        assertThat(diff(text, text.replace("${{ parameters.n }}-x", "\"${{ parameters.n }}-x\""))
                        .impact())
                .isEqualTo(Impact.COSMETIC);
    }

    private static Impact impact(Manifest gone, Manifest before, Manifest after) {
        return Versions.diff(Versions.stack(gone, before), Versions.stack(after))
                .impact();
    }

    private static VersionDiff diff(String before, String after) {
        return Versions.diff(
                Versions.stack(Versions.manifest("web", before)), Versions.stack(Versions.manifest("web", after)));
    }

    private static List<ValueChange> changes(VersionDiff diff) {
        return diff.members().stream()
                .map(MemberDiff::values)
                .flatMap(List::stream)
                .toList();
    }

    private static String list(String... objects) {
        StringBuilder list = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        for (String object : objects) {
            list.append("- ").append(object.strip().replace("\n", "\n  ")).append('\n');
        }
        return list.toString();
    }
}
