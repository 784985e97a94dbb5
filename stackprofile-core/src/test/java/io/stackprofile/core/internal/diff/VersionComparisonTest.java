package io.stackprofile.core.internal.diff;

import static io.stackprofile.core.internal.diff.Versions.diff;
import static io.stackprofile.core.internal.diff.Versions.manifest;
import static io.stackprofile.core.internal.diff.Versions.stack;
import static io.stackprofile.core.internal.diff.Versions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.diff.Change;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ParameterDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionBump;
import io.stackprofile.diff.VersionDiff;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionComparisonTest {

    private static final Verdict PARAMETER_REMOVED =
            Verdict.breaking("parameter-removed", "Bindings that name the parameter are refused.");
    private static final Verdict SOURCE = Verdict.compatible("chart-source", "The chart comes from another place.");

    @Test
    void aReleaseIsReportedContractFirstThenMembersThenWhatIsGone() {
        Addon ingress = Addon.builder()
                .name("ingress-nginx")
                .namespace("edge")
                .chartName("ingress-nginx")
                .chartVersion("4.12.0")
                .registryName("platform-charts")
                .addParent(MemberRef.addon("cert-manager"))
                .values(PlatformStack.ingress().text().orElseThrow().replace("\"true\"", "\"false\""))
                .build();
        Addon certManager = Addon.builder()
                .name("cert-manager")
                .chartName("cert-manager")
                .chartVersion("1.16.1")
                .values("crds:\n  enabled: true\n")
                .build();
        StackSpec spec = StackSpec.of(
                PlatformStack.spec().description(), List.of(certManager, PlatformStack.namespaces(), ingress));
        Parameter replicas = Parameter.builder()
                .name("replicas")
                .type(ParameterType.NUMBER)
                .group("Size")
                .required(true)
                .build();
        List<Parameter> parameters = List.of(
                PlatformStack.parameters().get(0),
                replicas,
                PlatformStack.parameters().get(4));

        VersionDiff diff =
                diff(version(1, PlatformStack.spec(), PlatformStack.parameters()), version(2, spec, parameters));

        assertThat(diff.fields()).isEmpty();
        assertThat(diff.parameters())
                .containsExactly(
                        ParameterDiff.builder()
                                .name("replicas")
                                .change(Change.CHANGED)
                                .addField(field(Change.CHANGED, "required", "false", "true")
                                        .withVerdict(Verdict.breaking(
                                                "parameter-required",
                                                "Instances without a value for the parameter need one now.")))
                                .addField(ValueChange.builder()
                                        .change(Change.REMOVED)
                                        .path("default")
                                        .before("3")
                                        .verdict(Verdict.breaking(
                                                "parameter-default-removed",
                                                "Instances that relied on the default have no value."))
                                        .build())
                                .build(),
                        ParameterDiff.builder()
                                .name("log_level")
                                .change(Change.REMOVED)
                                .verdict(PARAMETER_REMOVED)
                                .build(),
                        ParameterDiff.builder()
                                .name("file_mode")
                                .change(Change.REMOVED)
                                .verdict(PARAMETER_REMOVED)
                                .build());
        assertThat(diff.members())
                .extracting(MemberDiff::ref, MemberDiff::change)
                .containsExactly(
                        tuple(MemberRef.addon("cert-manager"), Change.ADDED),
                        tuple(MemberRef.addon("ingress-nginx"), Change.CHANGED),
                        tuple(MemberRef.addon("grafana"), Change.REMOVED));
        assertThat(diff.members().get(1))
                .isEqualTo(MemberDiff.builder()
                        .ref(MemberRef.addon("ingress-nginx"))
                        .change(Change.CHANGED)
                        .chartBump(VersionBump.MINOR)
                        .addField(field(Change.CHANGED, "chartVersion", "\"4.11.2\"", "\"4.12.0\"")
                                .withVerdict(Verdict.compatible("chart-minor", "The chart's minor version went up.")))
                        .addField(ValueChange.builder()
                                .change(Change.ADDED)
                                .path("registryName")
                                .after("\"platform-charts\"")
                                .verdict(SOURCE)
                                .build())
                        .addField(ValueChange.builder()
                                .change(Change.REMOVED)
                                .path("repositoryUrl")
                                .before("\"https://kubernetes.github.io/ingress-nginx\"")
                                .verdict(SOURCE)
                                .build())
                        .addAddedParent(MemberRef.addon("cert-manager"))
                        .addRemovedParent(MemberRef.manifest("namespaces"))
                        .addVerdicts(
                                Verdict.compatible(
                                        "edge-added", "The member waits for another one when it is applied."),
                                Verdict.compatible(
                                        "edge-removed",
                                        "The member no longer waits for another one when it is applied."))
                        .addValue(field(
                                        Change.CHANGED,
                                        "/controller/config/use-forwarded-headers",
                                        "\"true\"",
                                        "\"false\"")
                                .withVerdict(Verdict.compatible(
                                        "chart-value-changed", "The chart decides what becomes of its values.")))
                        .unified("""
                                --- addon/ingress-nginx (version 1)
                                +++ addon/ingress-nginx (version 2)
                                @@ -1,4 +1,4 @@
                                 controller:
                                   replicaCount: ${{ parameters.replicas }}   # one per zone
                                   config:
                                -    use-forwarded-headers: "true"
                                +    use-forwarded-headers: "false"
                                """)
                        .build());
        assertThat(diff.members().get(0).unified())
                .contains("--- /dev/null\n+++ addon/cert-manager (version 2)\n@@ -0,0 +1,2 @@\n"
                        + "+crds:\n+  enabled: true\n");
        assertThat(diff.members().get(2).removedParents())
                .containsExactly(MemberRef.manifest("namespaces"), MemberRef.addon("ingress-nginx"));
    }

    @Test
    void aCommentAndTheOrderOfKeysChangeTheTextAndNoValue() {
        MemberDiff diff = onlyMember(
                "kind: Service\nspec:\n  type: ClusterIP\n  port: 80\n",
                "# reviewed\nkind: Service\nspec:\n  port: 80\n  type: 'ClusterIP'\n");

        assertThat(diff.values()).isEmpty();
        assertThat(diff.unified()).isPresent();
    }

    @Test
    void aTextThatIsNotYamlToEitherSideHasOnlyAUnifiedDiff() {
        MemberDiff diff = onlyMember("kind: [Service\n", "kind: Service\n");

        assertThat(diff.values()).isEmpty();
        assertThat(diff.unified())
                .contains("--- manifest/api (version 1)\n+++ manifest/api (version 2)\n@@ -1,1 +1,1 @@\n"
                        + "-kind: [Service\n+kind: Service\n");
        assertThat(diff(
                                version(1, spec("a: 1\n"), List.of()),
                                version(2, spec("a: 2\n"), List.of()),
                                Limits.builder().memberSize(1).build())
                        .members()
                        .get(0)
                        .values())
                .isEmpty();
    }

    @Test
    void valuesThatComeOrGoAreAChangeEvenWhenTheyAreEmpty() {
        Member without = PlatformStack.grafana().withoutValues();
        VersionDiff diff = diff(
                version(1, StackSpec.of(Optional.empty(), List.of(without)), List.of()),
                version(2, StackSpec.of(Optional.empty(), List.of(without.withText(""))), List.of()));

        assertThat(diff.members())
                .containsExactly(MemberDiff.builder()
                        .ref(MemberRef.addon("grafana"))
                        .change(Change.CHANGED)
                        .addField(ValueChange.builder()
                                .change(Change.ADDED)
                                .path("values")
                                .verdict(Verdict.compatible(
                                        "chart-defaults", "The add-on had no values and has some now, or the reverse."))
                                .build())
                        .build());
    }

    @Test
    void theDescriptionAndTheOrderOfParametersAreFieldsOfTheVersion() {
        List<Parameter> reversed = new ArrayList<>(PlatformStack.parameters().subList(0, 2));
        Collections.reverse(reversed);

        VersionDiff diff = diff(
                version(1, StackSpec.of(Optional.of("Edge"), List.of()), PlatformStack.parameters()),
                version(2, StackSpec.of(Optional.of("Edge, observed"), List.of()), reversed));

        assertThat(diff.fields())
                .containsExactly(
                        field(Change.CHANGED, "description", "\"Edge\"", "\"Edge, observed\"")
                                .withVerdict(Verdict.cosmetic(
                                        "description", "Only what people read about the stack changed.")),
                        field(
                                        Change.CHANGED,
                                        "parameterOrder",
                                        "[\"domain\",\"replicas\"]",
                                        "[\"replicas\",\"domain\"]")
                                .withVerdict(Verdict.cosmetic(
                                        "parameter-order", "Forms show the parameters in another order.")));
    }

    @Test
    void aDefaultsSpellingIsPartOfTheContract() {
        VersionDiff diff = diff(
                version(1, spec(""), List.of(flag(ParameterValue.of(true)))),
                version(2, spec(""), List.of(flag(ParameterValue.of(true).spelled("yes")))));

        assertThat(diff.parameters().get(0).fields())
                .containsExactly(field(
                                Change.CHANGED,
                                "default",
                                "true",
                                "{\"kind\":\"boolean\",\"text\":\"true\",\"spelling\":\"yes\"}")
                        .withVerdict(Verdict.compatible(
                                "parameter-default", "Instances that bind no value get the new default.")));
    }

    private static Parameter flag(ParameterValue value) {
        return Parameter.builder()
                .name("debug")
                .type(ParameterType.BOOLEAN)
                .defaultValue(value)
                .build();
    }

    private static ValueChange field(Change change, String path, String before, String after) {
        return ValueChange.builder()
                .change(change)
                .path(path)
                .before(before)
                .after(after)
                .build();
    }

    private static MemberDiff onlyMember(String before, String after) {
        List<MemberDiff> members = diff(version(1, spec(before), List.of()), version(2, spec(after), List.of()))
                .members();
        assertThat(members).hasSize(1);
        return members.get(0);
    }

    private static StackSpec spec(String content) {
        return stack(manifest("api", content));
    }
}
