package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any stack of objects such as people have, committed twice, is unchanged and reads back. */
class CommitPropertiesTest {

    @Provide
    Arbitrary<List<String>> stacks() {
        Arbitrary<String> value = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß\n")
                .ofMaxLength(12)
                .map(text -> Json.object().put("v", text).get("v").toString());
        Arbitrary<String> config = value.map(text -> "{apiVersion: v1, kind: ConfigMap, data: {a: " + text + "}");
        Arbitrary<String> secret =
                value.map(text -> "{apiVersion: v1, kind: Secret, stringData: {b: " + text + ", c: \"x\"}");
        Arbitrary<String> service = Arbitraries.integers()
                .between(1, 65535)
                .map(port -> "{apiVersion: v1, kind: Service, spec: {selector: {app: a}, ports: [{name: p, port: "
                        + port + "}]}");
        Arbitrary<String> deployment = Combinators.combine(
                        Arbitraries.integers().between(0, 9), value)
                .as((replicas, text) -> "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: " + replicas
                        + ", selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: ["
                        + "{name: c, image: \"example.org/c:1\", env: [{name: E, value: " + text
                        + "}], ports: [{containerPort: 80}], resources: {limits: {memory: 64Mi}}}]}}}");
        Arbitrary<String> account =
                Arbitraries.just("{apiVersion: v1, kind: ServiceAccount, automountServiceAccountToken: false");
        return Arbitraries.oneOf(config, secret, service, deployment, account)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 12)
    void aStackCommittedTwiceIsUnchangedAndReadsBack(@ForAll("stacks") List<String> objects, @ForAll boolean together) {
        try (Bench bench = Bench.start()) {
            Member[] stack = members(objects, together);

            CommitReport first = bench.commit(stack);
            CommitReport rehearsed = bench.preview(stack).report();
            CommitReport second = bench.commit(stack);

            assertThat(first.members()).extracting(MemberOutcome::status).containsOnly(Status.CREATED);
            assertThat(rehearsed.members()).extracting(MemberOutcome::status).containsOnly(Status.UNCHANGED);
            assertThat(second.members()).extracting(MemberOutcome::status).containsOnly(Status.UNCHANGED);
            assertReadsBack(bench, stack);
        }
    }

    private static Member[] members(List<String> objects, boolean together) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            named.add(objects.get(i) + ", metadata: {name: o" + i + "}}\n");
        }
        if (together) {
            return new Member[] {manifest("all", String.join("---\n", named))};
        }
        Member[] members = new Member[named.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] =
                    i == 0 ? manifest("m0", named.get(0)) : manifest("m" + i, named.get(i), "manifest/m" + (i - 1));
        }
        return members;
    }

    private static void assertReadsBack(Bench bench, Member[] stack) {
        List<JsonNode> there = bench.target(Bench.STACK).objects();
        int documents = 0;
        for (Member member : stack) {
            for (ObjectTrees.Tree tree :
                    ObjectTrees.of(member.ref(), member.text().orElseThrow())) {
                JsonNode live = there.stream()
                        .filter(object -> ObjectId.of(object)
                                .name()
                                .equals(ObjectId.of(tree.object()).name()))
                        .findFirst()
                        .orElseThrow();
                assertThat(Marks.member(live)).contains(MemberRef.manifest(member.name()));
                assertContains(live, PlannedObject.asData((ObjectNode) tree.object()));
                documents++;
            }
        }
        assertThat(there).hasSize(documents);
    }

    /** What was written is there, whatever else the server added. */
    private static void assertContains(JsonNode live, JsonNode written) {
        if (written instanceof ObjectNode map) {
            map.properties().forEach(field -> assertContains(live.path(field.getKey()), field.getValue()));
        } else if (written.isArray()) {
            for (int i = 0; i < written.size(); i++) {
                assertContains(live.path(i), written.path(i));
            }
        } else if (!written.asText().isEmpty() || !live.isMissingNode()) {
            // The server leaves out empty texts.
            assertThat(live).isEqualTo(written);
        }
    }
}
