package io.stackprofile.testkit;

import io.stackprofile.Digest;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Snapshots as {@link InMemoryCluster} keeps them: the fingerprint is that of their members and variables. */
final class Snapshots {

    private Snapshots() {}

    /** Of a stack that has nothing. */
    static StackSnapshot empty(String stack) {
        return StackSnapshot.builder()
                .name(stack)
                .spec(StackSpec.builder().build())
                .fingerprint("")
                .build();
    }

    /** The same with other members. */
    static StackSnapshot with(StackSnapshot snapshot, StackSpec spec, Map<MemberRef, InstanceMark> marks) {
        return StackSnapshot.builder()
                .name(snapshot.name())
                .spec(spec)
                .putAllVariables(snapshot.variables())
                .putAllFiles(snapshot.files())
                .putAllEncryptedPaths(snapshot.encryptedPaths())
                .live(snapshot.live())
                .putAllMarks(marks)
                .addAllLeftOut(snapshot.leftOut())
                .addAllWarnings(snapshot.warnings())
                .fingerprint(fingerprint(snapshot.variables(), spec).text())
                .build();
    }

    private static Digest fingerprint(Map<String, String> variables, StackSpec spec) {
        List<String> parts = new ArrayList<>();
        parts.add(variables.toString());
        // A member's toString leaves its text out.
        spec.members().forEach(member -> parts.add(member + member.text().toString()));
        return TextDigest.of(parts);
    }
}
