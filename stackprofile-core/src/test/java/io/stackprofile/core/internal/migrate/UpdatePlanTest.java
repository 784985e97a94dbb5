package io.stackprofile.core.internal.migrate;

import static io.stackprofile.core.internal.migrate.Chains.bind;
import static io.stackprofile.core.internal.migrate.Chains.bindSecret;
import static io.stackprofile.core.internal.migrate.Chains.bound;
import static io.stackprofile.core.internal.migrate.Chains.choice;
import static io.stackprofile.core.internal.migrate.Chains.flag;
import static io.stackprofile.core.internal.migrate.Chains.from;
import static io.stackprofile.core.internal.migrate.Chains.needed;
import static io.stackprofile.core.internal.migrate.Chains.number;
import static io.stackprofile.core.internal.migrate.Chains.origin;
import static io.stackprofile.core.internal.migrate.Chains.secret;
import static io.stackprofile.core.internal.migrate.Chains.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.error.Finding;
import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.MigrationTurn;
import io.stackprofile.instantiation.MigrationTurn.Kind;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.ParameterOrigin.Source;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep.MapValues;
import io.stackprofile.parameter.MigrationStep.Merge;
import io.stackprofile.parameter.MigrationStep.Rename;
import io.stackprofile.parameter.MigrationStep.Retype;
import io.stackprofile.parameter.MigrationStep.Split;
import io.stackprofile.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each value of an update comes from, step by step. */
class UpdatePlanTest {

    private static final Split ENDPOINT = new Split("endpoint", List.of("host", "port"), "([^:]+):([0-9]+)");
    private static final Merge URL = new Merge("https://${{ parameters.host }}:${{ parameters.port }}/", "url");

    @Test
    void nothingDeclaredCarriesTheSameNameAndType() {
        UpdatePlan plan = from(text("host"), number("replicas").defaultValue(ParameterValue.of(1)), secret("token"))
                .then(number("replicas").defaultValue(ParameterValue.of(3)), secret("token"), text("host"))
                .update(bind("host", "a.dev"), bindSecret("token", "t"));

        assertThat(plan.open()).isEmpty();
        assertThat(plan.lost()).isEmpty();
        assertThat(plan.bindings())
                .containsExactly(
                        bound("replicas", ParameterValue.of(3), BindingSource.DEFAULT),
                        bound("token", "t", BindingSource.CARRIED),
                        bound("host", ParameterValue.of("a.dev"), BindingSource.CARRIED));
        assertThat(origin(plan, "host").from()).containsExactly("host");
        assertThat(origin(plan, "host").turns()).isEmpty();
        assertThat(origin(plan, "replicas").source()).isEqualTo(Source.DEFAULT);
    }

    @Test
    void stepsOfSeveralVersionsFollowEachOther() {
        UpdatePlan plan = from(needed("address"))
                .then(new Rename("address", "endpoint"), needed("endpoint"))
                .then(ENDPOINT, needed("host"), number("port"))
                .then(URL, needed("url"))
                .update(bind("address", "a.dev:443"));

        assertThat(plan.open()).isEmpty();
        ParameterOrigin url = origin(plan, "url");
        assertThat(url.binding())
                .contains(bound("url", ParameterValue.of("https://a.dev:443/"), BindingSource.CARRIED));
        assertThat(url.from()).containsExactly("address");
        assertThat(url.turns())
                .containsExactly(
                        new MigrationTurn(2, Kind.RENAMED, List.of("address"), "endpoint"),
                        new MigrationTurn(3, Kind.SPLIT, List.of("endpoint"), "host"),
                        new MigrationTurn(3, Kind.SPLIT, List.of("endpoint"), "port"),
                        new MigrationTurn(4, Kind.MERGED, List.of("host", "port"), "url"));
    }

    @ParameterizedTest
    @CsvSource({"small, dev", "large, prod", "medium, medium"})
    void aChoiceIsMappedOrStaysWhereItIsOne(String old, String now) {
        UpdatePlan plan = from(choice("size", "small", "medium", "large", "huge"))
                .then(
                        new MapValues(
                                "size",
                                "tier",
                                Map.of("small", ParameterValue.of("dev"), "large", ParameterValue.of("prod"))),
                        choice("tier", "dev", "medium", "prod"))
                .update(bind("size", old));

        assertThat(plan.open()).isEmpty();
        assertThat(plan.bindings()).containsExactly(bound("tier", ParameterValue.of(now), BindingSource.CARRIED));
    }

    @Test
    void everythingThatHasToBeAskedIsToldAtOnceAndNoValueRepeated() {
        UpdatePlan plan = from(
                        choice("size", "small", "huge"),
                        text("endpoint"),
                        text("count"),
                        text("limit"),
                        text("password"),
                        secret("pin"),
                        text("zone"),
                        text("area"))
                .then(
                        BindingMigration.of(
                                new MapValues("size", "tier", Map.of("small", ParameterValue.of("dev"))),
                                ENDPOINT,
                                new Retype("count", "count"),
                                new Merge("${{ parameters.zone }}-${{ parameters.area }}", "place")),
                        choice("tier", "dev"),
                        text("host"),
                        number("port"),
                        number("count"),
                        number("limit"),
                        secret("password"),
                        text("pin"),
                        text("place"),
                        needed("fresh"))
                .update(
                        bind("size", "huge"),
                        bind("endpoint", "canary-one"),
                        bind("count", "canary-two"),
                        bind("limit", "4"),
                        bind("password", "canary-three"),
                        bindSecret("pin", "p"),
                        bind("zone", "z"));

        assertThat(plan.origins())
                .extracting(ParameterOrigin::source)
                .as("all of them")
                .containsOnly(Source.ASKED);
        assertThat(plan.open())
                .extracting(Finding::code)
                .containsExactly(
                        "not-mapped",
                        "no-match",
                        "no-match",
                        "not-convertible",
                        "type-changed",
                        "became-secret",
                        "no-longer-secret",
                        "incomplete-merge",
                        "missing-binding");
        assertThat(plan.lost()).isEmpty();
        assertThat(plan.toString()).doesNotContain("canary", "huge");
    }

    @Test
    void whatHasNoPlaceIsListed() {
        UpdatePlan plan = from(text("old"), text("kept"))
                .then(new Rename("old", "older"), text("older"), text("kept"))
                .then(text("kept"))
                .update(bind("old", "x"), bind("kept", "y"));

        assertThat(plan.open()).isEmpty();
        assertThat(plan.lost())
                .containsExactly(new LostBinding(
                        "older",
                        3,
                        LostBinding.Reason.REMOVED,
                        List.of("old"),
                        "version 3 has no parameter older, and says of no other that it takes its place"));
    }

    @Test
    void aNameThatComesBackAsSomethingElseGetsNothingOfTheRenamedOne() {
        UpdatePlan plan = from(text("host"))
                .then(new Rename("host", "public_host"), text("public_host"), text("host"))
                .update(bind("host", "a.dev"));

        assertThat(plan.bindings())
                .containsExactly(
                        bound("public_host", ParameterValue.of("a.dev"), BindingSource.CARRIED),
                        bound("host", ParameterValue.of(""), BindingSource.EMPTY));
    }

    @Test
    void aStepCanKeepWhatAnotherReads() {
        BindingMigration migration = BindingMigration.of(
                new Rename("domain", "domain"), new Split("domain", List.of("zone"), "[^.]+\\.(.+)"));
        Chains chain = from(text("domain")).then(migration, text("domain"), text("zone"));

        assertThat(chain.update(bind("domain", "shop.acme.dev")).bindings())
                .extracting(binding -> binding.value().orElseThrow().text())
                .containsExactly("shop.acme.dev", "acme.dev");
        UpdatePlan back = chain.rollBack(bind("domain", "shop.acme.dev"), bind("zone", "acme.dev"));
        assertThat(back.open()).isEmpty();
        assertThat(back.bindings())
                .containsExactly(bound("domain", ParameterValue.of("shop.acme.dev"), BindingSource.CARRIED));
        assertThat(back.lost()).extracting(LostBinding::parameter).containsExactly("zone");
    }

    @Test
    void aValueNeverBringsAPlaceOfItsOwn() {
        UpdatePlan plan = from(text("host"), text("port"))
                .then(URL, text("url"))
                .update(bind("host", "${{ parameters.port }}"), bind("port", "1"));

        assertThat(plan.bindings().get(0).value().orElseThrow().text()).isEqualTo("https://${{ parameters.port }}:1/");
    }

    @Test
    void mergesThatDoubleATextEndSoon() {
        Chains chain = from(text("x"));
        for (int i = 0; i < 60; i++) {
            chain.then(new Merge("${{ parameters.x }}${{ parameters.x }}", "x"), text("x"));
        }

        assertThat(chain.update(bind("x", "ab")).open())
                .extracting(Finding::code)
                .containsExactly("too-long");
    }

    @Test
    void onTheWayBackNothingIsTurnedAround() {
        Chains chain = from(needed("host"), text("same"), choice("mode", "a", "b"))
                .then(
                        BindingMigration.of(
                                new Rename("host", "public_host"),
                                new MapValues(
                                        "mode",
                                        "mode",
                                        Map.of("a", ParameterValue.of("b"), "b", ParameterValue.of("a")))),
                        needed("public_host"),
                        text("same"),
                        choice("mode", "a", "b"),
                        flag("fresh"));

        UpdatePlan plan = chain.rollBack(
                bind("public_host", "a.dev"),
                bind("same", "s"),
                bind("mode", "a"),
                Binding.of("fresh", ParameterValue.of(true)));

        assertThat(plan.open())
                .extracting(Finding::message)
                .containsExactly(
                        "parameter host has to be given: version 2 made another value of host, and no migration is"
                                + " turned around",
                        "parameter mode has to be given: version 2 made another value of mode, and no migration is"
                                + " turned around");
        assertThat(origin(plan, "same").source()).isEqualTo(Source.CARRIED);
        assertThat(plan.lost())
                .extracting(LostBinding::parameter, LostBinding::version, LostBinding::reason)
                .containsExactly(
                        tuple("public_host", 1, LostBinding.Reason.ROLLED_BACK),
                        tuple("mode", 1, LostBinding.Reason.ROLLED_BACK),
                        tuple("fresh", 1, LostBinding.Reason.REMOVED));
    }

    @Test
    void onTheWayBackANameThatWasTakenOverGetsNothing() {
        UpdatePlan plan = from(text("host"), text("name"))
                .then(new Rename("host", "name"), text("name"))
                .rollBack(bind("name", "a.dev"));

        assertThat(plan.open()).extracting(Finding::code).containsExactly("no-way-back");
        assertThat(origin(plan, "name").source()).isEqualTo(Source.EMPTY);
        assertThat(plan.lost()).extracting(LostBinding::parameter).containsExactly("name");
    }

    @Test
    void evenWhatCannotBePublishedMakesNoPlainValueOfASecret() {
        UpdatePlan plan = from(secret("token"), text("word"))
                .then(
                        BindingMigration.of(new Rename("token", "plain"), new Rename("word", "hidden")),
                        text("plain"),
                        secret("hidden"))
                .update(bindSecret("token", "t"), bind("word", "w"));

        assertThat(plan.open()).extracting(Finding::code).containsExactly("no-longer-secret", "became-secret");
    }
}
