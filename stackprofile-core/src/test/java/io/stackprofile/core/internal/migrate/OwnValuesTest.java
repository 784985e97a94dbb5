package io.stackprofile.core.internal.migrate;

import static io.stackprofile.core.internal.migrate.Chains.bind;
import static io.stackprofile.core.internal.migrate.Chains.bound;
import static io.stackprofile.core.internal.migrate.Chains.choice;
import static io.stackprofile.core.internal.migrate.Chains.from;
import static io.stackprofile.core.internal.migrate.Chains.needed;
import static io.stackprofile.core.internal.migrate.Chains.number;
import static io.stackprofile.core.internal.migrate.Chains.origin;
import static io.stackprofile.core.internal.migrate.Chains.secret;
import static io.stackprofile.core.internal.migrate.Chains.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.MigrationTurn;
import io.stackprofile.instantiation.MigrationTurn.Kind;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.ParameterOrigin.Source;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as an instance's own on an update, and what it gives way to. */
class OwnValuesTest {

    private static final Merge URL = new Merge("https://${{ parameters.host }}:${{ parameters.port }}/", "url");

    @Test
    void whatIsAskedMayBeGivenOrReset() {
        Chains chain = from(text("count"), text("limit"))
                .then(number("count"), number("limit").defaultValue(ParameterValue.of(7)));
        List<Binding> had = List.of(bind("count", "some"), bind("limit", "many"));

        UpdatePlan plan = chain.update(had, List.of(bind("count", 3)), List.of("limit"));

        assertThat(plan.open()).isEmpty();
        assertThat(plan.bindings())
                .containsExactly(
                        bound("count", ParameterValue.of(3), BindingSource.EXPLICIT),
                        bound("limit", ParameterValue.of(7), BindingSource.DEFAULT));
        assertThat(plan.lost()).extracting(LostBinding::reason).containsExactly(LostBinding.Reason.RESET);
        assertThat(chain.update(had, List.of(), List.of("cuont")).findings())
                .extracting(Finding::hint)
                .containsExactly(Optional.of("Did you mean count?"));
    }

    @Test
    void aDefaultThatChangesIsFollowedUnlessTheVersionKeepsTheEarlierOne() {
        Chains followed = from(number("replicas").defaultValue(ParameterValue.of(1)))
                .then(number("replicas").defaultValue(ParameterValue.of(3)));
        Chains kept = from(number("replicas").defaultValue(ParameterValue.of(1)))
                .then(
                        new EarlierDefault("replicas", ParameterValue.of(1)),
                        number("replicas").defaultValue(ParameterValue.of(3)))
                .then(number("replicas").defaultValue(ParameterValue.of(5)));

        assertThat(followed.update().bindings())
                .containsExactly(bound("replicas", ParameterValue.of(3), BindingSource.DEFAULT));
        assertThat(kept.update().bindings())
                .containsExactly(bound("replicas", ParameterValue.of(1), BindingSource.CARRIED));
        assertThat(origin(kept.update(), "replicas").turns())
                .containsExactly(new MigrationTurn(2, Kind.EARLIER_DEFAULT, List.of(), "replicas"));
        assertThat(kept.update(bind("replicas", 9)).bindings())
                .containsExactly(bound("replicas", ParameterValue.of(9), BindingSource.CARRIED));
    }

    @Test
    void aValueThatAnInstanceLivesByGoesOnWhereTheNewNameHasNoDefault() {
        Chains renamed = from(text("a").defaultValue(ParameterValue.of("x"))).then(new Rename("a", "b"), needed("b"));
        Chains defaulted = from(text("a").defaultValue(ParameterValue.of("x")))
                .then(new Rename("a", "b"), text("b").defaultValue(ParameterValue.of("y")));

        assertThat(renamed.update().bindings())
                .containsExactly(bound("b", ParameterValue.of("x"), BindingSource.CARRIED));
        assertThat(defaulted.update().bindings())
                .containsExactly(bound("b", ParameterValue.of("y"), BindingSource.DEFAULT));
        assertThat(from(text("a"))
                        .then(new Rename("a", "b"), needed("b"))
                        .update()
                        .open())
                .extracting(Finding::code)
                .containsExactly("missing-binding");
    }

    @Test
    void aMergeCountsTheDefaultOfItsOtherSources() {
        UpdatePlan plan = from(text("host"), number("port").defaultValue(ParameterValue.of(443)))
                .then(URL, text("url"))
                .update(bind("host", "a.dev"));

        assertThat(plan.bindings())
                .containsExactly(bound("url", ParameterValue.of("https://a.dev:443/"), BindingSource.CARRIED));
        assertThat(plan.origins().get(0).from()).containsExactly("host");
    }

    @Test
    void aSecretIsRenamedByReferenceAndAGeneratedOneStaysTheSame() {
        SecretRef made = new SecretRef("generated", "1/token");
        List<Binding> instance = List.of(
                bound("password", "p", BindingSource.EXPLICIT),
                Binding.builder()
                        .parameter("token")
                        .secretRef(made)
                        .source(BindingSource.GENERATED)
                        .build());
        Chains chain = from(secret("password"), secret("token"))
                .then(
                        BindingMigration.of(new Rename("password", "admin"), new Rename("token", "key")),
                        secret("admin"),
                        secret("key").generate(SecretGeneration.of(24)));

        UpdatePlan plan = Chains.plan(chain.versions(), instance, List.of(), List.of());

        assertThat(plan.bindings())
                .containsExactly(
                        bound("admin", "p", BindingSource.CARRIED),
                        Binding.builder()
                                .parameter("key")
                                .secretRef(made)
                                .source(BindingSource.GENERATED)
                                .build());
        assertThat(plan.origins()).extracting(ParameterOrigin::source).containsOnly(Source.CARRIED);
    }

    @Test
    void whatAnInstanceHadBesideAChoiceStaysAndAChoiceMadeNowGoesBeforeIt() {
        Chains chain = from(size(), number("replicas")).then(size(), number("replicas"));
        List<Binding> had = List.of(bind("size", "large"), bind("replicas", 7));

        assertThat(chain.update(had, List.of(), List.of()).bindings())
                .extracting(binding -> binding.value().orElseThrow().text())
                .containsExactly("large", "7");
        UpdatePlan chosen = chain.update(had, List.of(bind("size", "small")), List.of());
        assertThat(chosen.bindings())
                .containsExactly(
                        bound("size", ParameterValue.of("small"), BindingSource.EXPLICIT),
                        bound("replicas", ParameterValue.of(1), BindingSource.OPTION));
        assertThat(chosen.lost()).extracting(LostBinding::reason).containsExactly(LostBinding.Reason.REPLACED);
        assertThat(chain.update(bind("size", "large")).bindings())
                .containsExactly(
                        bound("size", ParameterValue.of("large"), BindingSource.CARRIED),
                        bound("replicas", ParameterValue.of(5), BindingSource.OPTION));
    }

    private static Parameter.Builder size() {
        return choice("size", "small", "large")
                .addOption(ParameterOption.builder()
                        .value("small")
                        .putSet("replicas", ParameterValue.of(1))
                        .build())
                .addOption(ParameterOption.builder()
                        .value("large")
                        .putSet("replicas", ParameterValue.of(5))
                        .build());
    }
}
