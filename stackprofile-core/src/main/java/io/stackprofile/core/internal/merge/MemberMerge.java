package io.stackprofile.core.internal.merge;

import io.stackprofile.draft.MergeConflict;
import io.stackprofile.draft.MergeConflict.Kind;
import io.stackprofile.draft.MergeResolution;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlLimits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins two changes of one member: each of its fields, its edges as a set, its text. */
final class MemberMerge {

    private final MergeRun run;
    private final YamlLimits limits;

    MemberMerge(MergeRun run, YamlLimits limits) {
        this.run = run;
        this.limits = limits;
    }

    /** The joined member; ours where there is a conflict. */
    Member merge(MemberRef ref, Member base, Member theirs, Member ours) {
        Optional<String> text = new TextMerge(run, ref, limits).merge(base.text(), theirs.text(), ours.text());
        Optional<String> namespace = field(ref, "namespace", base, theirs, ours, Member::namespace);
        List<MemberRef> parents = parents(base.parents(), theirs.parents(), ours.parents());
        if (base instanceof Addon old && theirs instanceof Addon their && ours instanceof Addon our) {
            return Addon.builder()
                    .name(ref.name())
                    .chartName(required(ref, "chart name", old, their, our, Addon::chartName))
                    .chartVersion(required(ref, "chart version", old, their, our, Addon::chartVersion))
                    .repositoryUrl(field(ref, "repository", old, their, our, Addon::repositoryUrl))
                    .registryName(field(ref, "registry", old, their, our, Addon::registryName))
                    .namespace(namespace)
                    .values(text)
                    .addAllParents(parents)
                    .build();
        }
        return Manifest.builder()
                .name(ref.name())
                .namespace(namespace)
                .content(text.orElse(""))
                .addAllParents(parents)
                .build();
    }

    /** Reports a member that one side removed, or that both added. */
    Optional<MergeResolution> torn(
            MemberRef ref, @Nullable Member base, @Nullable Member theirs, @Nullable Member ours) {
        MergeConflict.Builder conflict = MergeConflict.builder();
        conflict.location(Location.member(ref))
                .message(
                        base == null
                                ? "both sides added a member of this name, differently"
                                : "one side removed the member, the other changed it")
                .base(text(base))
                .theirs(text(theirs))
                .ours(text(ours));
        return run.side(base == null ? Kind.ADD_ADD : Kind.DELETE_MODIFY, ref + " member", conflict);
    }

    private static List<MemberRef> parents(List<MemberRef> base, List<MemberRef> theirs, List<MemberRef> ours) {
        return MergeRun.unchanged(base, theirs, ours).orElseGet(() -> {
            Set<MemberRef> kept = new LinkedHashSet<>(ours);
            kept.addAll(theirs);
            kept.removeIf(parent -> base.contains(parent) && !(theirs.contains(parent) && ours.contains(parent)));
            return KeyOrder.of(base, theirs, ours, kept);
        });
    }

    private <M> String required(
            MemberRef ref, String name, M base, M theirs, M ours, Function<? super M, String> field) {
        return field(ref, name, base, theirs, ours, member -> Optional.of(field.apply(member)))
                .orElseGet(() -> field.apply(ours));
    }

    private <M> Optional<String> field(
            MemberRef ref, String name, M base, M theirs, M ours, Function<? super M, Optional<String>> field) {
        Optional<String> old = field.apply(base);
        Optional<String> their = field.apply(theirs);
        Optional<String> our = field.apply(ours);
        return MergeRun.unchanged(old, their, our).orElseGet(() -> {
            MergeConflict.Builder conflict = MergeConflict.builder();
            conflict.location(Location.member(ref))
                    .message("both sides changed the member's " + name)
                    .base(old)
                    .theirs(their)
                    .ours(our);
            return run.side(Kind.BOTH_CHANGED, ref + " " + name, conflict).orElse(null)
                            instanceof MergeResolution.Theirs
                    ? their
                    : our;
        });
    }

    private static Optional<String> text(@Nullable Member member) {
        return member == null ? Optional.empty() : member.text();
    }
}
