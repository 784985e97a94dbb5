package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.parameter.BindingResolver;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackBinderTest {

    private static final List<Parameter> PARAMETERS = List.of(
            parameter("environment", ParameterType.STRING),
            parameter("chart", ParameterType.STRING),
            parameter("replicas", ParameterType.NUMBER),
            parameter("db_password", ParameterType.SECRET));

    private static final Manifest UNTOUCHED =
            Manifest.builder().name("namespaces").content("kind: Namespace\n").build();
    private static final Manifest API = Manifest.builder()
            .name("api")
            .namespace("tracking-${{ parameters.environment }}")
            .content("spec:\n  replicas: ${{ parameters.replicas }}\n  password: ${{ parameters.db_password }}\n")
            .addParents(MemberRef.manifest("namespaces"))
            .build();
    private static final Addon REDIS = Addon.builder()
            .name("redis")
            .chartName("redis")
            .chartVersion("${{ parameters.chart }}")
            .repositoryUrl("https://charts.acme.dev/${{ parameters.environment | urlencode }}")
            .values("replica: {replicaCount: \"${{ parameters.replicas | typed }}\"}\n")
            .build();

    private static final List<Binding> GIVEN = List.of(
            Binding.of("environment", ParameterValue.of("staging")),
            Binding.of("chart", ParameterValue.of("20.1.0")),
            Binding.of("replicas", ParameterValue.of("5")),
            Binding.of("db_password", SecretRef.env("DB_PW")));

    @Test
    void membersAreBoundInTextAndFields() {
        StackSpec bound = bind(UNTOUCHED, API, REDIS);

        assertThat(bound.members().get(0)).isSameAs(UNTOUCHED);
        assertThat(bound.members().get(1))
                .isEqualTo(Manifest.builder()
                        .name("api")
                        .namespace("tracking-staging")
                        .content("spec:\n  replicas: 5\n  password: ${{ parameters.db_password }}\n")
                        .addParents(MemberRef.manifest("namespaces"))
                        .build());
        assertThat(bound.members().get(2))
                .isEqualTo(Addon.builder()
                        .name("redis")
                        .chartName("redis")
                        .chartVersion("20.1.0")
                        .repositoryUrl("https://charts.acme.dev/staging")
                        .values("replica: {replicaCount: 5}\n")
                        .build());
        assertThat(bound.description()).contains("tracking");
    }

    @Test
    void anAddonWithoutValuesStaysWithout() {
        assertThat(bind(REDIS.withoutValues()).addons().get(0).values()).isEmpty();
    }

    @Test
    void aCompiledStackIsBoundAgainAndAgain() {
        StackTemplate template = StackTemplate.compile(spec(API), PARAMETERS, Limits.defaults());

        assertThat(template.bind(resolved())).isEqualTo(template.bind(resolved()));
        assertThat(template.templates().get(0).orElseThrow().parameters()).containsExactly("replicas", "db_password");
    }

    @Test
    void aSecretInAFieldIsRefused() {
        assertThatThrownBy(() -> bind(inNamespace("${{ parameters.db_password }}")))
                .hasMessage("manifest/api: the placeholder of parameter db_password puts a secret into the member's"
                        + " namespace. Keep secrets to the member's text.");
    }

    @Test
    void anUnknownNameInAFieldIsRefused() {
        assertThatThrownBy(() -> bind(inNamespace("${{ parameters.enviroment }}")))
                .hasMessage("manifest/api: there is no parameter enviroment. Did you mean environment?");
    }

    @Test
    void aStackThatGrowsTooLargeIsRefused() {
        assertThatThrownBy(() -> StackBinder.bind(
                        spec(UNTOUCHED, API),
                        PARAMETERS,
                        resolved(),
                        Limits.builder().stackSize(40).build()))
                .isInstanceOf(InvalidContentException.class)
                .extracting(failure -> ((InvalidContentException) failure).code())
                .isEqualTo(ErrorCode.LIMIT_EXCEEDED);
    }

    private static Manifest inNamespace(String namespace) {
        return Manifest.builder()
                .name("api")
                .namespace(namespace)
                .content("kind: Service\n")
                .build();
    }

    private static StackSpec bind(Member... members) {
        return StackBinder.bind(spec(members), PARAMETERS, resolved(), Limits.defaults());
    }

    private static List<Binding> resolved() {
        return BindingResolver.resolve(PARAMETERS, GIVEN);
    }

    private static StackSpec spec(Member... members) {
        return StackSpec.of(Optional.of("tracking"), List.of(members));
    }

    private static Parameter parameter(String name, ParameterType type) {
        return Parameter.builder().name(name).type(type).required(true).build();
    }
}
