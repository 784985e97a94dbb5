package io.stackprofile.cluster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import io.stackprofile.cluster.kubernetes.internal.find.Objects;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.test.kubernetes.Rule;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roles that are ready in {@code src/main/rbac} are enough for what they say. */
class ReadyRolesTest {

    private static final Path RBAC = Path.of("src", "main", "rbac");
    private static final SequenceIds IDS = SequenceIds.fromStart();
    private static final InstanceMark MARK = new InstanceMark(
            new InstantiationId(IDS.next()),
            new ProfileId(IDS.next()),
            "shop",
            3,
            Digest.of("sha256:" + "ab".repeat(32)));

    private final TestCluster cluster = new TestCluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static JsonNode settings() {
        return Objects.of("v1", "ConfigMap", "shop", "settings")
                .with("data", "{\"mode\":\"0755\"}")
                .label("app.kubernetes.io/part-of", "shop")
                .json();
    }

    private static StackSnapshot read(ClusterAccess access, String stack) {
        return access.read(stack).orElseThrow();
    }

    private static List<String> names(StackSnapshot snapshot) {
        return snapshot.spec().members().stream()
                .map(member -> member.ref().toString())
                .toList();
    }

    private static StackCommit.Builder commit() {
        return StackCommit.builder()
                .organisation("acme")
                .draftId(new StackDraftId(IDS.next()))
                .stack("shop")
                .mark(MARK)
                .secrets(parameter -> SecretValue.of("unused"));
    }

    @Test
    void theRolesThatAreReadyAreEnough() throws IOException {
        cluster.put(settings());
        cluster.put(Objects.of("v1", "Namespace", "", "stackprofile-drafts").json());
        List<Rule> rules = new ArrayList<>(rules("read-namespace.yaml"));
        rules.addAll(rules("drafts.yaml"));
        ClusterAccess access = cluster.access(
                cluster.caller(rules.toArray(Rule[]::new)),
                settings -> settings.stack("shop", StackSource.namespaces("shop")));
        assertThat(names(read(access, "shop"))).containsExactly("manifest/configmap-shop-settings");
        assertThat(access.drafts()).isEmpty();

        ClusterAccess everywhere =
                cluster.access(cluster.caller(rules("read-cluster.yaml").toArray(Rule[]::new)), settings -> {});
        assertThat(everywhere.stacks()).containsExactly("shop");
        assertThat(read(everywhere, "shop").warnings()).isEmpty();
    }

    private static List<Rule> rules(String file) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (YamlDocument document :
                YamlFile.parse(Files.readString(RBAC.resolve(file))).documents()) {
            JsonNode object =
                    Json.read(YamlJson.of(document.root().orElseThrow())).orElseThrow();
            String namespace = Json.text(object, "metadata", "namespace").orElse("*");
            for (JsonNode rule : object.path("rules")) {
                rules.add(new Rule(
                        texts(rule, "verbs"), texts(rule, "apiGroups"), texts(rule, "resources"), List.of(namespace)));
            }
        }
        return rules;
    }

    private static List<String> texts(JsonNode rule, String key) {
        List<String> texts = new ArrayList<>();
        rule.path(key).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void theRoleForCommitsIsEnoughInItsNamespaceAndGivesNothingElsewhere() throws IOException {
        cluster.put(Objects.of("v1", "Namespace", "", "shop").json());
        cluster.put(Objects.of("v1", "Namespace", "", "bank").json());
        List<Rule> rules = new ArrayList<>(rules("read-namespace.yaml"));
        rules.addAll(rules("commit-namespace.yaml"));
        ClusterAccess access = cluster.access(
                cluster.caller(rules.toArray(Rule[]::new)),
                settings -> settings.stack("shop", StackSource.namespaces("shop")));
        Manifest mine = manifest("mine", "shop");
        Manifest theirs = manifest("theirs", "bank");
        StackCommit both = commit().addMembers(
                        CommitMember.builder().member(mine).build())
                .addMembers(CommitMember.builder().member(theirs).build())
                .build();

        assertThat(access.preview(both).report().members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.CREATED, Status.FAILED);
        assertThat(access.commit(both).members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.CREATED, Status.FAILED);
        assertThat(read(access, "shop").spec().find(MemberRef.manifest("mine"))).isPresent();
        assertThat(access.commit(commit().addRemovals(mine).build()).members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.REMOVED);
    }

    private static Manifest manifest(String name, String namespace) {
        return Manifest.builder()
                .name(name)
                .content("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", namespace: " + namespace
                        + "}\ndata: {mode: fast}\n")
                .build();
    }
}
