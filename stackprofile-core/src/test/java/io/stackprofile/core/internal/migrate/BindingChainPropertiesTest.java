package io.stackprofile.core.internal.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.instantiation.LostBinding;
import io.stackprofile.instantiation.ParameterOrigin;
import io.stackprofile.instantiation.ParameterOrigin.Source;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.SecretRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of carrying bindings, over any versions and any migrations that may be published. */
class BindingChainPropertiesTest {

    private static final Set<BindingSource> OWN =
            EnumSet.of(BindingSource.EXPLICIT, BindingSource.PARAMETER_SET, BindingSource.CARRIED);

    @Property(tries = 2_000)
    void noBindingIsLostSilently(@ForAll("histories") AnyHistory history, @ForAll boolean back) {
        UpdatePlan plan = history.plan(history.way(back));

        Set<String> told = new HashSet<>();
        plan.origins().stream()
                .filter(origin -> origin.source() == Source.CARRIED || origin.source() == Source.ASKED)
                .map(ParameterOrigin::from)
                .forEach(told::addAll);
        plan.lost().stream().map(LostBinding::from).forEach(told::addAll);
        assertThat(told).containsAll(own(history.instance(history.way(back))));
    }

    @Property(tries = 2_000)
    void aChainIsWhatItsPartsAreOneAfterAnother(
            @ForAll("calmHistories") AnyHistory history, @ForAll @IntRange(min = 0, max = 10) int cut) {
        List<VersionContract> way = history.versions();
        int middle = 1 + cut % (way.size() - 2);
        UpdatePlan first = history.plan(way.subList(0, middle + 1));
        Assume.that(first.open().isEmpty());

        UpdatePlan second = Chains.plan(way.subList(middle, way.size()), first.bindings(), List.of(), List.of());

        UpdatePlan whole = history.plan(way);
        assertThat(second.bindings()).isEqualTo(whole.bindings());
        assertThat(second.open()).isEqualTo(whole.open());
        assertThat(first.lost().size() + second.lost().size())
                .isGreaterThanOrEqualTo(whole.lost().size());
    }

    @Property(tries = 1_000)
    void versionsThatChangeNothingCarryEverything(
            @ForAll("histories") AnyHistory history, @ForAll @IntRange(min = 0, max = 6) int versions) {
        VersionContract only = history.versions().get(0);
        List<VersionContract> same = new ArrayList<>();
        for (int number = 0; number <= versions; number++) {
            same.add(new VersionContract(number + 1, only.parameters(), BindingMigration.none()));
        }

        UpdatePlan plan = history.plan(same);

        assertThat(plan.open()).isEmpty();
        assertThat(plan.lost()).isEmpty();
        assertThat(plan.bindings().stream()
                        .map(BindingChainPropertiesTest::said)
                        .toList())
                .isEqualTo(history.instance(same).stream()
                        .map(BindingChainPropertiesTest::said)
                        .toList());
        assertThat(plan.origins())
                .allSatisfy(origin -> assertThat(origin.turns()).isEmpty());
    }

    @Property(tries = 1_000)
    void theOrderOfStepsSaysNothing(@ForAll("histories") AnyHistory history) {
        List<VersionContract> reversed = history.versions().stream()
                .map(version -> {
                    List<MigrationStep> steps =
                            new ArrayList<>(version.migration().steps());
                    Collections.reverse(steps);
                    return new VersionContract(
                            version.version(),
                            version.parameters(),
                            BindingMigration.builder().addAllSteps(steps).build());
                })
                .toList();

        assertThat(history.plan(reversed)).isEqualTo(history.plan(history.versions()));
    }

    @Property(tries = 1_000)
    void aSecretStaysTheReferenceThatItWas(@ForAll("histories") AnyHistory history, @ForAll boolean back) {
        List<VersionContract> way = history.way(back);
        Set<SecretRef> had = new HashSet<>();
        history.instance(way).stream()
                .map(Binding::secretRef)
                .flatMap(Optional::stream)
                .forEach(had::add);
        VersionContract last = way.get(way.size() - 1);

        for (ParameterOrigin origin : history.plan(way).origins()) {
            boolean secret = last.named().get(origin.parameter()).type() == ParameterType.SECRET;
            origin.binding()
                    .filter(binding -> binding.source() != BindingSource.EMPTY)
                    .ifPresent(binding -> {
                        assertThat(binding.secretRef().isPresent()).isEqualTo(secret);
                        binding.secretRef().ifPresent(ref -> assertThat(had).contains(ref));
                    });
        }
    }

    private static List<String> own(List<Binding> instance) {
        return instance.stream()
                .filter(binding -> OWN.contains(binding.source()))
                .map(Binding::parameter)
                .toList();
    }

    private static String said(Binding binding) {
        return binding.parameter() + binding.value() + binding.secretRef();
    }

    @Provide
    Arbitrary<AnyHistory> histories() {
        return Arbitraries.randomValue(AnyHistory::of);
    }

    @Provide
    Arbitrary<AnyHistory> calmHistories() {
        return Arbitraries.randomValue(AnyHistory::calm);
    }
}
