package io.stackprofile.cluster.kubernetes.internal.commit;

import static io.stackprofile.cluster.kubernetes.internal.commit.Bench.manifest;
import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitReport;
import io.stackprofile.stack.Member;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are none, or go by names that are none, fail alone: before anything of them is sent. */
class OddObjectTest {

    private static final String CANARY = "c4nary-odd-5512";

    private final Bench bench = Bench.start();
    private final Member good = manifest("a-good", CommitTest.CONFIG);

    @AfterEach
    void close() {
        bench.close();
    }

    private MemberOutcome failed(Member odd) {
        MemberOutcome rehearsed = bench.preview(good, odd).report().members().get(1);
        CommitReport report = bench.commit(good, odd);
        assertThat(report.members().get(0).status()).isEqualTo(Status.CREATED);
        MemberOutcome outcome = report.members().get(1);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(rehearsed).isEqualTo(outcome);
        assertAbsent("the outcome", outcome.toString(), List.of(CANARY));
        return outcome;
    }

    @ParameterizedTest
    @CsvSource({
        "metadata.labels, 'metadata: {name: odd, labels: [c4nary-odd-5512]}'",
        "metadata.annotations, 'metadata: {name: odd, annotations: c4nary-odd-5512}'",
        "data, 'metadata: {name: odd}\nstringData: {a: b}\ndata: [c4nary-odd-5512]'",
        "stringData, 'metadata: {name: odd}\nstringData: c4nary-odd-5512'"
    })
    void whatIsNoMappingIsNamed(String field, String rest) {
        MemberOutcome outcome =
                failed(manifest("odd", "apiVersion: v1\nkind: Secret\n" + rest.replace("\\n", "\n") + "\n"));

        assertThat(outcome.code()).contains(ErrorCode.MALFORMED);
        assertThat(outcome.message().orElseThrow()).contains("manifest/odd", field + " is no mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "a%2fb", "../../../namespaces/kube-system"})
    void aNameThatIsAnotherPathIsNotAskedFor(String name) {
        Member odd = manifest("odd", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: '" + name + "'}\n");
        bench.server.forgetRequests();

        MemberOutcome outcome = failed(odd);

        assertThat(outcome.code()).contains(ErrorCode.OBJECT_REFUSED);
        assertThat(outcome.message().orElseThrow()).contains("'" + name + "' cannot name an object");
        MemberOutcome kept =
                Bench.only(bench.commit(order -> order.removals(odd).removeForeign(true)));
        assertThat(kept.code()).contains(ErrorCode.OBJECT_REFUSED);
        assertThat(bench.server.requests()).noneMatch(request -> request.path().contains("configmaps/" + name));
    }

    @Test
    void aNamespaceThatIsAnotherPathIsNotAskedFor() {
        MemberOutcome outcome = failed(
                manifest("odd", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: '../kube-system'}\n"));

        assertThat(outcome.code()).contains(ErrorCode.OBJECT_REFUSED);
    }

    @Test
    void colonsAsRolesHaveThemAreWritten() {
        Member role = manifest(
                "role",
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: 'shop:reader', namespace: shop}\n"
                        + "rules: []\n");

        assertThat(Bench.only(bench.commit(role)).status()).isEqualTo(Status.CREATED);
        assertThat(Bench.only(bench.commit(order -> order.removals(role))).status())
                .isEqualTo(Status.REMOVED);
    }
}
