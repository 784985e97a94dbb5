package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells one state of a stack from another: SHA-256 over what would be deployed. */
final class Fingerprints {

    /** The state of a stack that does not exist. */
    static final String ABSENT = "absent";

    private final MessageDigest digest;

    private Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** The state of a stack with these members and variables. */
    static String of(StackSpec spec, Map<String, String> variables) {
        Fingerprints state = new Fingerprints();
        state.count(spec.members().size());
        spec.members().forEach(state::member);
        state.count(variables.size());
        variables.forEach((name, value) -> {
            state.text(name);
            state.text(value);
        });
        return "sha256:" + HexFormat.of().formatHex(state.digest.digest());
    }

    /** The state of one member, edges apart. */
    static String of(Member member) {
        return of(StackSpec.of(Optional.empty(), List.of(member.withParents(List.of()))), Map.of());
    }

    private void member(Member member) {
        text(member.ref().toString());
        optional(member.namespace());
        optional(member.text());
        count(member.parents().size());
        member.parents().stream().map(MemberRef::toString).forEach(this::text);
        if (member instanceof Addon addon) {
            text(addon.chartName());
            text(addon.chartVersion());
            optional(addon.repositoryUrl());
            optional(addon.registryName());
        }
    }

    private void optional(Optional<String> value) {
        count(value.isPresent() ? 1 : 0);
        value.ifPresent(this::text);
    }

    // Lengths keep neighbouring texts apart.
    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        digest.update(bytes);
    }

    private void count(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (value >>> shift));
        }
    }
}
