package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.only;
import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.mark.Marks;
import io.stackprofile.error.ConflictException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.instantiation.FieldConflict;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import io.stackprofile.test.kubernetes.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitTest {

    static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            data:
              mode: fast
              yes: "no"
            """;
    static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              creationTimestamp: null
            spec:
              replicas: 2
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels: {app: web}
                spec:
                  containers:
                    - name: web
                      image: registry.example.org/web:1.4
            status: {}
            """;

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void membersAreAppliedWithMarksAndACommitAgainChangesNothing() {
        Member[] stack = {manifest("config", CONFIG), manifest("web", WEB, "manifest/config")};

        CommitReport first = bench.commit(stack);
        CommitReport second = bench.commit(order -> order.mark(Optional.empty()), manifest("config", CONFIG));

        assertThat(statuses(first))
                .isEqualTo(Map.of("manifest/config", Status.CREATED, "manifest/web", Status.CREATED));
        JsonNode web = bench.object("apps/v1", "Deployment", "web");
        assertThat(Marks.label(web, Marks.STACK)).contains("shop");
        assertThat(Marks.instance(web).map(mark -> mark.profile())).contains(bench.profile);
        assertThat(Marks.annotation(web, Marks.PARENTS)).contains("manifest/config");
        assertThat(Marks.annotation(web, Marks.MEMBER)).contains("manifest/web");
        assertThat(web.at("/metadata/managedFields/0/manager").asText()).isEqualTo("stackprofile");
        assertThat(web.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Apply");
        assertThat(bench.object("v1", "ConfigMap", "settings").at("/data/true").asText())
                .isEqualTo("no");
        assertThat(statuses(second)).isEqualTo(Map.of("manifest/config", Status.UPDATED));
    }

    @Test
    void theSameCommitTwiceIsUnchanged() {
        var commit =
                bench.order(manifest("config", CONFIG), manifest("web", WEB)).build();
        bench.writer().commit(commit, bench.target("shop"));
        String before = bench.server.snapshot();

        CommitReport again = bench.writer().commit(commit, bench.target("shop"));

        assertThat(statuses(again))
                .isEqualTo(Map.of("manifest/config", Status.UNCHANGED, "manifest/web", Status.UNCHANGED));
        assertThat(bench.server.snapshot()).isEqualTo(before);
    }

    @Test
    void aMemberOfSeveralDocumentsAndAListIsOneOutcome() {
        String list = """
                apiVersion: v1
                kind: List
                items:
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: one}}
                  - {apiVersion: v1, kind: ConfigMap, metadata: {name: two}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: three}
                """;

        CommitReport report = bench.commit(manifest("all", list));

        assertThat(only(report).status()).isEqualTo(Status.CREATED);
        assertThat(Marks.annotation(bench.object("v1", "ConfigMap", "two"), Marks.DOCUMENT))
                .contains("1");
        assertThat(Marks.annotation(bench.object("v1", "ConfigMap", "three"), Marks.DOCUMENT))
                .contains("2");
    }

    @Test
    void documentsThatAMemberNoLongerHasAreRemoved() {
        String two = CONFIG + "---\n" + CONFIG.replace("settings", "more");
        bench.commit(manifest("config", two));

        CommitReport report = bench.commit(manifest("config", CONFIG));

        assertThat(only(report).status()).isEqualTo(Status.UPDATED);
        assertThat(bench.there("v1", "ConfigMap", "more")).isEmpty();
        assertThat(bench.there("v1", "ConfigMap", "settings")).isPresent();
    }

    @Test
    void aTargetThatMovedIsLeftAlone() {
        bench.server.forgetRequests();

        assertThatThrownBy(() -> bench.commit(order -> order.expectedFingerprint("other"), manifest("config", CONFIG)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.code()).isEqualTo(ErrorCode.TARGET_MOVED));

        assertNothingWritten();
    }

    @Test
    void aSecretThatCannotBeHadStopsBeforeTheFirstWrite() {
        bench.server.forgetRequests();
        Member later = manifest("later", CONFIG.replace("fast", "${{ parameters.pw }}"));

        assertThatThrownBy(() -> bench.commit(
                        order -> order.secrets(parameter -> {
                            throw new SecretException(
                                    ErrorCode.SECRET_UNRESOLVED, "not there", "Set it.", Location.unknown());
                        }),
                        manifest("config", CONFIG.replace("settings", "first")),
                        later))
                .isInstanceOf(SecretException.class);

        assertNothingWritten();
    }

    private void assertNothingWritten() {
        assertThat(bench.server.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void fieldsThatOthersOwnAreConflictsAndTakenOnlyWhenAsked() {
        bench.commit(manifest("web", WEB));
        bench.server.edit(
                "kubectl-edit",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                object -> ((tools.jackson.databind.node.ObjectNode) object.at("/spec")).put("replicas", 5));

        MemberOutcome refused = only(bench.commit(manifest("web", WEB.replace("1.4", "1.5"))));

        FieldConflict replicas = new FieldConflict(0, ".spec.replicas", "kubectl-edit", Optional.of("Update"));
        assertThat(refused.status()).isEqualTo(Status.FAILED);
        assertThat(refused.code()).contains(ErrorCode.FIELD_CONFLICT);
        assertThat(refused.conflicts()).containsExactly(replicas);
        JsonNode kept = bench.object("apps/v1", "Deployment", "web");
        assertThat(kept.at("/spec/replicas").asInt()).isEqualTo(5);
        assertThat(kept.at("/spec/template/spec/containers/0/image").asText()).endsWith("1.4");

        MemberOutcome forced =
                only(bench.commit(order -> order.forceConflicts(true), manifest("web", WEB.replace("1.4", "1.5"))));

        assertThat(forced.status()).isEqualTo(Status.UPDATED);
        assertThat(forced.conflicts()).containsExactly(replicas);
        assertThat(bench.object("apps/v1", "Deployment", "web")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatOthersAddedStays() {
        bench.commit(manifest("config", CONFIG));
        bench.server.edit(
                "ops",
                "v1",
                "ConfigMap",
                "shop",
                "settings",
                object -> ((tools.jackson.databind.node.ObjectNode) object.at("/data")).put("local", "only"));

        CommitReport report = bench.commit(manifest("config", CONFIG.replace("fast", "slow")));

        assertThat(only(report).status()).isEqualTo(Status.UPDATED);
        JsonNode settings = bench.object("v1", "ConfigMap", "settings");
        assertThat(settings.at("/data/local").asText()).isEqualTo("only");
        assertThat(settings.at("/data/mode").asText()).isEqualTo("slow");
    }

    @Test
    void whatIsNotOursIsNotTouched() {
        bench.server.put("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\","
                + "\"namespace\":\"shop\"},\"data\":{\"whose\":\"theirs\"}}");

        CommitReport report = bench.commit(
                manifest("config", CONFIG),
                manifest("web", WEB, "manifest/config"),
                manifest("free", CONFIG.replace("settings", "free")));

        assertThat(statuses(report))
                .isEqualTo(Map.of(
                        "manifest/config",
                        Status.FAILED,
                        "manifest/web",
                        Status.SKIPPED,
                        "manifest/free",
                        Status.CREATED));
        assertThat(report.members().get(0).code()).contains(ErrorCode.NOT_OURS);
        assertThat(bench.object("v1", "ConfigMap", "settings").at("/data").size())
                .isEqualTo(1);

        CommitReport taken = bench.commit(order -> order.forceConflicts(true), manifest("config", CONFIG));
        assertThat(only(taken).status()).isEqualTo(Status.UPDATED);
    }

    @Test
    void anotherStacksObjectIsNotOurs() {
        bench.commit(order -> order.stack("blog"), manifest("config", CONFIG));

        MemberOutcome outcome = only(bench.commit(manifest("config", CONFIG)));

        assertThat(outcome.code()).contains(ErrorCode.NOT_OURS);
        assertThat(outcome.message().orElseThrow()).contains("of the stack 'blog'");
    }

    @Test
    void twoStacksShareANamespaceWithoutFightingOverIt() {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: both\n  labels: {team: web}\n";
        bench.commit(order -> order.stack("blog"), manifest("ns", namespace));

        CommitReport report = bench.commit(manifest("ns", namespace.replace("team", "tier")));

        assertThat(only(report).status()).isEqualTo(Status.UPDATED);
        JsonNode both = bench.object("v1", "Namespace", "both");
        assertThat(Marks.label(both, Marks.STACK)).contains("blog");
        assertThat(Marks.label(both, "team")).contains("web");
        assertThat(Marks.label(both, "tier")).contains("web");
    }

    @Test
    void aRaceIsTriedAgain() {
        bench.server.inject(Fault.status(409, request -> request.isApply()).times(2));

        assertThat(only(bench.commit(manifest("config", CONFIG))).status()).isEqualTo(Status.CREATED);
    }

    @Test
    void aLostAcknowledgementIsMadeGoodByCommittingAgain() {
        bench.server.inject(
                Fault.closeAfter(request -> request.isApply() && request.path().endsWith("web"))
                        .times(1));
        Member[] stack = {
            manifest("config", CONFIG),
            manifest("web", WEB),
            manifest("last", CONFIG.replace("settings", "last"), "manifest/web")
        };

        CommitReport broken = bench.commit(stack);
        CommitReport again = bench.commit(stack);

        assertThat(broken.members())
                .extracting(outcome -> outcome.code().orElse(ErrorCode.MALFORMED))
                .containsExactly(ErrorCode.MALFORMED, ErrorCode.CLUSTER_UNREACHABLE, ErrorCode.CLUSTER_UNREACHABLE);
        assertThat(broken.complete()).isFalse();
        assertThat(again.complete()).isTrue();
        assertThat(bench.there("v1", "ConfigMap", "last")).isPresent();
    }
}
