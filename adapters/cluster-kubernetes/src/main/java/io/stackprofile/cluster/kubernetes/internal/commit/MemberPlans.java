package io.stackprofile.cluster.kubernetes.internal.commit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.AddonObject;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.AddonPlan;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a commit's members into objects with our marks on them. Asks nobody and writes nothing. */
final class MemberPlans {

    private final Optional<AddonInstaller> installer;
    private final String defaultNamespace;

    MemberPlans(Optional<AddonInstaller> installer, String defaultNamespace) {
        this.installer = installer;
        this.defaultNamespace = defaultNamespace;
    }

    List<PlannedMember> of(StackCommit commit) {
        return commit.members().stream().map(member -> plan(commit, member)).toList();
    }

    private PlannedMember plan(StackCommit commit, CommitMember committed) {
        Member member = committed.member();
        try {
            MarkedText text = MarkedText.of(committed);
            return member instanceof Addon addon
                    ? addon(commit, addon, text)
                    : PlannedMember.of(member, manifest(commit, member, text));
        } catch (StackProfileException failure) {
            return PlannedMember.failed(member, failure);
        }
    }

    private List<PlannedObject> manifest(StackCommit commit, Member member, MarkedText text) {
        List<PlannedObject> objects = new ArrayList<>();
        for (ObjectTrees.Tree tree : ObjectTrees.of(member.ref(), text.text())) {
            requireName(member.ref(), tree, text);
            mark(commit, member, tree.object(), objects.size());
            objects.add(new PlannedObject(tree.document(), tree.object(), text.places(), text.placeholders()));
        }
        return objects;
    }

    private PlannedMember addon(StackCommit commit, Addon addon, MarkedText text) {
        AddonInstaller configured = installer.orElseThrow(() -> new ClusterException(
                ErrorCode.ADDON_REFUSED,
                "no installer for add-ons is set up",
                "Configure one, such as FluxInstaller or ArgoCdInstaller; FileInstaller writes files for a pipeline.",
                Location.member(addon.ref())));
        Addon marked = addon.values().isPresent() ? addon.withText(text.text()) : addon;
        AddonPlan plan = configured.plan(
                new AddonOrder(commit.stack(), addon.namespace().orElse(defaultNamespace), marked, text.places()));
        List<PlannedObject> objects = new ArrayList<>();
        for (AddonObject object : plan.objects()) {
            ObjectNode tree = (ObjectNode) Json.read(object.json())
                    .filter(ObjectNode.class::isInstance)
                    .orElseThrow(() -> noObject(addon.ref()));
            mark(commit, addon, tree, objects.size());
            objects.add(new PlannedObject(0, tree, object.secrets(), text.placeholders()));
        }
        return new PlannedMember(addon, List.copyOf(objects), plan.delivery(), plan.message(), Optional.empty());
    }

    private static void mark(StackCommit commit, Member member, ObjectNode tree, int index) {
        Marks.stack(tree, commit.stack(), member.ref(), index);
        if (!member.parents().isEmpty()) {
            String parents = member.parents().stream().map(MemberRef::toString).collect(Collectors.joining(","));
            tree.withObjectProperty("metadata")
                    .withObjectProperty("annotations")
                    .put(Marks.PARENTS, parents);
        }
        commit.mark().ifPresent(mark -> Marks.instance(tree, mark));
        if (Json.text(tree, "metadata", "namespace").isEmpty()) {
            member.namespace()
                    .ifPresent(namespace -> tree.withObjectProperty("metadata").put("namespace", namespace));
        }
    }

    private static void requireName(MemberRef member, ObjectTrees.Tree tree, MarkedText text) {
        Location at =
                Location.builder().member(member).document(tree.document()).build();
        ObjectShape.require(tree.object(), at);
        ObjectId id = ObjectId.of(tree.object());
        String named = id.name() + " " + id.namespace().orElse("") + " " + id.kind() + " " + id.group();
        if (text.places().stream().anyMatch(place -> named.contains(place.word()))) {
            throw new ClusterException(
                    ErrorCode.OBJECT_REFUSED,
                    "a secret is part of an object's name, namespace or kind, which everybody may see",
                    "Use a parameter that is no secret there.",
                    at);
        }
        if (id.name().isEmpty()) {
            throw new ClusterException(
                    ErrorCode.OBJECT_REFUSED,
                    "an object has no name, so that it cannot be found again",
                    "Give it metadata.name; metadata.generateName makes another object at each commit.",
                    at);
        }
    }

    private static ClusterException noObject(MemberRef member) {
        return new ClusterException(
                ErrorCode.ADDON_REFUSED,
                "the installer's plan holds something that is no JSON object",
                "Correct the installer.",
                Location.member(member));
    }
}
