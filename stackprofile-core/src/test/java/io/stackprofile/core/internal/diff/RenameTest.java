package io.stackprofile.core.internal.diff;

import static io.stackprofile.core.internal.diff.Versions.manifest;
import static io.stackprofile.core.internal.diff.Versions.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.diff.Change;
import io.stackprofile.diff.Impact;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenameTest {

    @Test
    void aMemberWithTheSameTextWasRenamedAndItsChildrenFollow() {
        String text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: edge}\n";
        Manifest child = Manifest.builder()
                .name("web")
                .content("a: 1\n")
                .addParent(MemberRef.manifest("ns"))
                .build();
        VersionDiff diff = Versions.diff(
                stack(manifest("ns", text), child),
                stack(manifest("namespaces", text), child.withParents(List.of(MemberRef.manifest("namespaces")))));

        assertThat(diff.identical()).isFalse();
        assertThat(diff.impact()).isEqualTo(Impact.COMPATIBLE);
        MemberDiff renamed = diff.members().get(0);
        assertThat(diff.members()).hasSize(1);
        assertThat(renamed.ref()).isEqualTo(MemberRef.manifest("namespaces"));
        assertThat(renamed.renamedFrom()).contains(MemberRef.manifest("ns"));
        assertThat(renamed.unified()).isEmpty();
    }

    @Test
    void aMemberWithTheSameObjectOrMostOfItsLinesWasRenamed() {
        String object = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {replicas: 1}\n";
        String lines = IntStream.range(0, 30)
                .mapToObj(i -> "key" + i + ": " + i + "\n")
                .collect(Collectors.joining());
        VersionDiff diff = Versions.diff(
                stack(manifest("api", object), manifest("settings", lines)),
                stack(
                        manifest("tracking-api", object.replace("1}", "2, paused: true}")),
                        manifest("options", lines.replace("key7: 7", "key7: 8"))));

        assertThat(diff.members())
                .extracting(MemberDiff::ref, MemberDiff::renamedFrom)
                .containsExactly(
                        tuple(MemberRef.manifest("tracking-api"), Optional.of(MemberRef.manifest("api"))),
                        tuple(MemberRef.manifest("options"), Optional.of(MemberRef.manifest("settings"))));
        assertThat(diff.members().get(1).values()).extracting(ValueChange::path).containsExactly("/key7");
    }

    @Test
    void anAddonOfAnotherNameIsAnotherRelease() {
        VersionDiff diff = Versions.diff(stack(addon("redis")), stack(addon("cache")));

        assertThat(diff.members()).hasSize(1);
        assertThat(diff.members().get(0).renamedFrom()).contains(MemberRef.addon("redis"));
        assertThat(diff.impact()).isEqualTo(Impact.BREAKING);
    }

    @Test
    void whatHasLittleInCommonIsNoRename() {
        VersionDiff diff = Versions.diff(
                stack(manifest("a", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n")),
                stack(manifest("b", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n")));

        assertThat(diff.members()).extracting(MemberDiff::change).containsExactly(Change.ADDED, Change.REMOVED);
    }

    @Test
    void objectsThatGoToAnotherMemberUnchangedAreNotRemoved() {
        String one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
        String other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n";
        VersionDiff split = Versions.diff(
                stack(manifest("all", one + "---\n" + other), manifest("rest", "a: 1\n")),
                stack(manifest("all", one), manifest("rest", "a: 1\n"), manifest("b", other)));
        VersionDiff joined = Versions.diff(
                stack(manifest("a", one), manifest("b", other)), stack(manifest("a", one + "---\n" + other)));
        VersionDiff changed = Versions.diff(
                stack(manifest("a", one), manifest("b", other)),
                stack(manifest("a", one + "---\n" + other.replace("b}", "b}\ndata: {c: d}"))));

        assertThat(split.impact()).isEqualTo(Impact.COMPATIBLE);
        assertThat(joined.impact()).isEqualTo(Impact.COMPATIBLE);
        assertThat(changed.impact()).isEqualTo(Impact.BREAKING);
    }

    @Test
    void aThousandMembersThatAreAllRenamedAndAlikeStayCheap() {
        List<Member> before = new ArrayList<>();
        List<Member> after = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String text =
                    IntStream.range(0, 12).mapToObj(n -> "k" + n + ": v\n").collect(Collectors.joining());
            before.add(manifest("old" + i, text + "own: " + i + "\n"));
            after.add(manifest("new" + i, text + "own: x" + i + "\n"));
        }

        VersionDiff diff = Versions.diff(StackSpec.of(Optional.empty(), before), StackSpec.of(Optional.empty(), after));

        assertThat(diff.members()).hasSizeBetween(1_000, 2_000);
    }

    private static Addon addon(String name) {
        return Addon.builder()
                .name(name)
                .chartName("redis")
                .chartVersion("1.0.0")
                .registryName("charts")
                .build();
    }
}
