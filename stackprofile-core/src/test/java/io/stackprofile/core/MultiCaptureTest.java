package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.StackProfiles;
import io.stackprofile.capture.CommonParameter;
import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.MultiCaptureRequest;
import io.stackprofile.capture.SourceCapture;
import io.stackprofile.core.watch.TraceLogs;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.MultiCapture;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.SequenceIds;
import io.stackprofile.testkit.SteppingClock;
import io.stackprofile.testkit.fixture.StackBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One profile of the same stack on several clusters: what differs is a parameter, and each cluster comes back. */
class MultiCaptureTest {

    private final InMemoryCluster staging = cluster(ShopOnCluster.STAGING);
    private final InMemoryCluster europe = cluster(ShopOnCluster.EUROPE);
    private final InMemoryCluster america = cluster(ShopOnCluster.AMERICA);
    private final InMemoryCluster fresh = InMemoryCluster.named("fresh");
    private final InMemoryStore store = new InMemoryStore();
    private final StackProfiles engine = StackProfileEngine.builder()
            .store(store)
            .clusters(InMemoryClusters.of(staging, europe, america, fresh))
            .clock(SteppingClock.seconds())
            .ids(SequenceIds.fromStart())
            .build();
    private final OrganisationSession acme = engine.as(Caller.of("acme", "alice"));

    private static InMemoryCluster cluster(ShopOnCluster shop) {
        return InMemoryCluster.named(shop.cluster()).put("shop", shop.spec());
    }

    private static MultiCaptureRequest request() {
        return keyed(Optional.empty());
    }

    private static MultiCaptureRequest keyed(Optional<String> key) {
        return MultiCaptureRequest.builder()
                .name("shop")
                .requestKey(key)
                .includeAddonConfigurations(true)
                .source("staging", "shop")
                .source("prod-eu", "shop")
                .source("prod-us", "shop")
                .build();
    }

    @Test
    void everyDifferenceOfThreeClustersBecomesAParameterAndEachClusterComesBack() {
        MultiCapture captured = acme.profiles().captureCommon(request());

        assertThat(captured.version().version()).isEqualTo(1);
        assertThat(captured.report().sources())
                .allSatisfy(source -> assertThat(source.residuals())
                        .as(source.source().toString())
                        .isEmpty());
        assertThat(captured.report().exact()).isTrue();
        Map<String, Parameter> parameters = captured.report().parameters().stream()
                .map(CommonParameter::parameter)
                .filter(parameter -> parameter.type() != ParameterType.SECRET)
                .collect(Collectors.toMap(Parameter::name, parameter -> parameter));
        assertThat(parameters.keySet())
                .containsExactlyInAnyOrder(
                        "namespace_name",
                        "replicas",
                        "image",
                        "log_level",
                        "public_url",
                        "memory",
                        "cache_enabled",
                        "cached",
                        "chart_version",
                        "ingress_hosts");
    }

    @Test
    void instantiatingWithASourcesBindingsGivesThatSourceBack() {
        MultiCapture captured = acme.profiles().captureCommon(request());

        for (int i = 0; i < 3; i++) {
            SourceCapture source = captured.report().sources().get(i);
            StackSpec expected = ShopOnCluster.all().get(i).spec();
            StackDraft draft = acme.instantiations().create(instantiation(captured, source, "copy-" + i));
            assertThat(draft.spec().members()).hasSameSizeAs(expected.members());
            for (Member member : draft.spec().members()) {
                String open = ShopOnCluster.all().get(i).canaries().stream()
                        .reduce(
                                expected.find(member.ref()).orElseThrow().text().orElse(""),
                                (text, secret) -> text.replace(secret, "SECRET"));
                assertThat(member.text()
                                .orElse("")
                                .replaceAll("\\$\\{\\{ parameters\\.[a-z0-9_]+( \\| urlencode)? }}", "SECRET"))
                        .as("%s of %s", member.ref(), source.source())
                        .isEqualTo(open);
            }
        }
    }

    private static InstantiateRequest instantiation(MultiCapture captured, SourceCapture source, String stack) {
        InstantiateRequest.Builder request = InstantiateRequest.builder();
        request.profile(captured.version().profileId()).cluster("fresh").stack(stack);
        request.parameterSet(source.bindings());
        captured.version().parameters().stream()
                .filter(parameter -> parameter.type() == ParameterType.SECRET)
                .forEach(parameter -> request.bindSecret(parameter.name(), new SecretRef("vault", parameter.name())));
        return request.build();
    }

    @Test
    void typesFormatsAndChoicesAreInferredFromAllValues() {
        MultiCaptureReport report = acme.profiles().inspectCommon(request());

        assertThat(of(report, "replicas")).satisfies(parameter -> {
            assertThat(parameter.type()).isEqualTo(ParameterType.NUMBER);
            assertThat(parameter.multipleOf()).isPresent();
        });
        assertThat(of(report, "cached").type()).isEqualTo(ParameterType.BOOLEAN);
        assertThat(of(report, "memory").format()).contains(ParameterFormat.QUANTITY);
        assertThat(of(report, "chart_version").format()).contains(ParameterFormat.SEMVER);
        assertThat(of(report, "image").format()).contains(ParameterFormat.SEMVER);
        assertThat(of(report, "ingress_hosts").format()).contains(ParameterFormat.HOSTNAME);
        assertThat(of(report, "log_level").enumValues()).containsExactly("debug", "info");
        assertThat(of(report, "log_level").defaultValue().orElseThrow().text()).isEqualTo("debug");
    }

    @Test
    void equalDifferencesShareOneParameterAlsoWithinLongerTexts() {
        MultiCaptureReport report = acme.profiles().inspectCommon(request());

        CommonParameter namespace = report.parameters().stream()
                .filter(common -> common.parameter().name().equals("namespace_name"))
                .findFirst()
                .orElseThrow();
        assertThat(namespace.places())
                .extracting(place ->
                        place.member().orElseThrow().name() + place.path().orElse(""))
                .containsExactlyInAnyOrder(
                        "namespace/metadata/name",
                        "web/metadata/namespace",
                        "web/spec/template/spec/containers/0/env/2/value",
                        "settings/metadata/namespace",
                        "settings/data/shop.properties",
                        "credentials/metadata/namespace");
        assertThat(namespace.distinct()).isEqualTo(3);
    }

    @Test
    void secretsThatDifferAreSecretParametersAndInNoOutput() throws Exception {
        List<String> log = TraceLogs.begin();
        MultiCapture captured;
        try {
            captured = acme.profiles().captureCommon(request());
        } finally {
            TraceLogs.end();
        }

        List<String> canaries = ShopOnCluster.all().stream()
                .flatMap(shop -> shop.canaries().stream())
                .toList();
        assertThat(captured.version().parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.SECRET)
                .hasSize(2)
                .allMatch(Parameter::required);
        assertAbsent(
                "the version",
                ShopStack.shown(captured.version(), captured.version().spec()),
                canaries);
        assertAbsent("the report", captured.report().toString(), canaries);
        assertAbsent("the bindings", shown(captured.report()), canaries);
        assertAbsent("the log", String.join("\n", log), canaries);
        assertAbsent(
                "the store",
                store.toString()
                        + acme.profiles()
                                .exportIac(captured.version().profileId(), 1)
                                .content(),
                canaries);
    }

    private static String shown(MultiCaptureReport report) {
        List<String> values = new ArrayList<>();
        report.sources()
                .forEach(source -> source.bindings().sources().forEach((name, from) -> {
                    ParameterSource.Value value = (ParameterSource.Value) from;
                    values.add(name + "=" + value.value().text() + value.value().spelling());
                }));
        return String.join("\n", values);
    }

    @Test
    void whatOnlySomeSourcesHaveIsAResidualOfEachAndTheFirstSourceStands() {
        europe.put(
                "shop",
                ShopOnCluster.EUROPE
                        .builder()
                        .manifest("budget", "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\n")
                        .build());
        america.put(
                "shop",
                replaced(
                        ShopOnCluster.AMERICA.spec().without(MemberRef.manifest("settings")),
                        "web",
                        text -> text.replace("replicas: 4", "replicas: \"4\"\n  paused: true")));

        MultiCapture captured = acme.profiles().captureCommon(request());

        assertThat(kinds(captured.report().sources().get(0))).isEmpty();
        assertThat(kinds(captured.report().sources().get(1))).containsExactly("MEMBER_ADDED manifest/budget");
        assertThat(kinds(captured.report().sources().get(2)))
                .containsExactlyInAnyOrder(
                        "TYPE manifest/web, /spec/replicas",
                        "FIELD_ADDED manifest/web, /spec/paused",
                        "MEMBER_MISSING manifest/settings");
        assertThat(captured.version().spec().find(MemberRef.manifest("budget"))).isEmpty();
        assertThat(captured.version().report().warnings())
                .filteredOn(finding -> finding.code().equals("source-differs"))
                .hasSize(2);
    }

    private static List<String> kinds(SourceCapture source) {
        return source.residuals().stream()
                .map(residual -> residual.kind() + " " + residual.location().describe())
                .toList();
    }

    private static StackSpec replaced(StackSpec spec, String member, UnaryOperator<String> change) {
        Member found = spec.find(MemberRef.manifest(member)).orElseThrow();
        return spec.with(found.withText(change.apply(found.text().orElseThrow())));
    }

    @Test
    void whatIsASecretInOneSourceIsOneInAllOfThem() {
        staging.put("app", secretOrNot("value: plain-in-staging"));
        europe.put("app", secretOrNot("value: ghp_" + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8"));
        MultiCaptureRequest both = MultiCaptureRequest.builder()
                .name("app")
                .source("staging", "app")
                .source("prod-eu", "app")
                .build();

        MultiCapture captured = acme.profiles().captureCommon(both);

        assertThat(captured.report().exact()).isTrue();
        assertThat(captured.version().parameters())
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.type()).isEqualTo(ParameterType.SECRET));
        assertThat(captured.version().spec().members().get(0).text().orElseThrow())
                .doesNotContain("plain-in-staging", "ghp_");
    }

    @Test
    void oneSecretInTwoPlacesThatDiffersElsewhereBecomesTwo() {
        staging.put("app", twoSecrets("Wq4-one-canary-7Ty1", "Wq4-one-canary-7Ty1"));
        europe.put("app", twoSecrets("Ab8-two-canary-3Rz5", "Cd2-three-canary-9Vn6"));
        MultiCaptureRequest both = MultiCaptureRequest.builder()
                .name("app")
                .source("staging", "app")
                .source("prod-eu", "app")
                .build();

        MultiCapture captured = acme.profiles().captureCommon(both);

        assertThat(captured.report().exact()).isTrue();
        assertThat(captured.version().parameters())
                .filteredOn(parameter -> parameter.type() == ParameterType.SECRET)
                .hasSize(2);
    }

    private static StackSpec secretOrNot(String value) {
        return StackBuilder.stack()
                .manifest(
                        "app",
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec:\n  containers:\n    - name: app\n"
                                + "      env:\n        - name: GREETING\n          " + value + "\n")
                .build();
    }

    private static StackSpec twoSecrets(String one, String other) {
        return StackBuilder.stack()
                .manifest(
                        "credentials",
                        "apiVersion: v1\nkind: Secret\nmetadata: {name: credentials}\nstringData:\n  password: " + one
                                + "\n  token: " + other + "\n")
                .build();
    }

    @Test
    void aDryRunStoresNothingAndSaysTheSame() {
        MultiCaptureReport report = acme.profiles().inspectCommon(request());

        assertThat(acme.profiles().count(ProfileQuery.all())).isZero();
        assertThat(acme.profiles().captureCommon(request()).report()).isEqualTo(report);
    }

    @Test
    void aSourceThatIsNotThereIsNamedAndNothingIsStored() {
        MultiCaptureRequest request = MultiCaptureRequest.builder()
                .name("shop")
                .source("staging", "shop")
                .source("prod-eu", "absent")
                .build();

        assertThat(assertFails(ErrorCode.NOT_FOUND, () -> acme.profiles().captureCommon(request)))
                .hasMessageContaining("absent");
        assertThat(acme.profiles().count(ProfileQuery.all())).isZero();
        assertThatThrownBy(() -> MultiCaptureRequest.builder()
                        .name("shop")
                        .source("staging", "shop")
                        .build())
                .hasMessageContaining("sources");
    }

    @Test
    void aRepeatWithItsKeyReturnsTheSameVersion() {
        MultiCaptureRequest request = keyed(Optional.of("once"));

        assertThat(acme.profiles().captureCommon(request).version())
                .isEqualTo(acme.profiles().captureCommon(request).version());
    }

    private static Parameter of(MultiCaptureReport report, String name) {
        return report.parameters().stream()
                .map(CommonParameter::parameter)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
