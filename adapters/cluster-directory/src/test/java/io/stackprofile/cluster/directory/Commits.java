package io.stackprofile.cluster.directory;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds commits; a secret's slot is wherever the text has a placeholder, its path given by the test. */
final class Commits {

    static final StackDraftId DRAFT = StackDraftId.of("0199d3f0-2c41-7b64-9f3e-5a1f6f1d2c3b");
    static final String PLAINTEXT = "k8Jx2-vLq\"9/Zr é";

    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{ parameters\\.(\\w+)(?: \\| (\\w+))? }}");

    private Commits() {}

    static StackCommit commit(String stack, Member... members) {
        return builder(stack, Stream.of(members).map(member -> secret(member)).toList())
                .build();
    }

    static StackCommit commit(String stack, StackSpec spec) {
        List<CommitMember> members =
                spec.members().stream().map(member -> secret(member)).toList();
        return builder(stack, members).description(spec.description()).build();
    }

    static StackCommit commit(String stack, List<CommitMember> members) {
        return builder(stack, members).build();
    }

    static StackCommit.Builder builder(String stack, List<CommitMember> members) {
        return builder(stack).addAllMembers(members);
    }

    static StackCommit.Builder builder(String stack) {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(DRAFT)
                .stack(stack)
                .secrets(parameter -> SecretValue.of(PLAINTEXT));
    }

    /** A mark of an instance of the profile {@code n}. */
    static InstanceMark mark(int n) {
        return new InstanceMark(
                InstantiationId.of("0199d3f0-2c41-7b64-9f3e-00000000010" + n),
                ProfileId.of("0199d3f0-2c41-7b64-9f3e-00000000020" + n),
                "dispatch-base",
                3,
                Digest.of("sha256:" + "7".repeat(64)));
    }

    /** What an instance of the first profile commits. */
    static StackCommit marked(String stack, Member... members) {
        return builder(stack, Stream.of(members).map(member -> secret(member)).toList())
                .mark(mark(1))
                .build();
    }

    /** What an instance of the first profile takes away. */
    static StackCommit removal(String stack, Member... members) {
        return builder(stack).mark(mark(1)).addRemovals(members).build();
    }

    /** A member with a slot at each placeholder, at these paths in order. */
    static CommitMember secret(Member member, String... paths) {
        List<SecretSlot> slots = new ArrayList<>();
        Matcher token = TOKEN.matcher(member.text().orElse(""));
        while (paths.length > 0 && token.find()) {
            slots.add(SecretSlot.builder()
                    .parameter(token.group(1))
                    .filter(Optional.ofNullable(token.group(2)))
                    .document(0)
                    .path(paths[slots.size()])
                    .start(token.start())
                    .end(token.end())
                    .build());
        }
        return CommitMember.builder().member(member).addAllSecrets(slots).build();
    }

    static Manifest manifest(String name, String content, MemberRef... parents) {
        return Manifest.builder()
                .name(name)
                .content(content)
                .addAllParents(List.of(parents))
                .build();
    }

    static Manifest.Builder manifest(String name) {
        return Manifest.builder().name(name);
    }

    static Addon.Builder addon(String name, String version) {
        return Addon.builder().name(name).chartName(name).chartVersion(version);
    }

    /** An add-on of the company's own chart repository. */
    static Addon.Builder ownAddon(String name, String version) {
        return addon(name, version).repositoryUrl("https://charts.northwind-freight.example");
    }

    static String configMap(String name, String value) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\ndata:\n  level: " + value + "\n";
    }
}
