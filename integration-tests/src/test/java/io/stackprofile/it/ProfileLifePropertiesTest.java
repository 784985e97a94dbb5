package io.stackprofile.it;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Whatever happens to profiles, in whatever order, the engine and the model hold the same. */
class ProfileLifePropertiesTest {

    private static final int STEPS = 50;

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void theEngineDoesWhatTheModelSaysInMemory(@ForAll("inMemory") ActionChain<ProfileLife> life) {
        life.run().close();
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void theEngineDoesWhatTheModelSaysOverSqlite(@ForAll("overSqlite") ActionChain<ProfileLife> life) {
        life.run().close();
    }

    @Provide
    Arbitrary<ActionChain<ProfileLife>> inMemory() {
        return lives(StoreKind.MEMORY);
    }

    @Provide
    Arbitrary<ActionChain<ProfileLife>> overSqlite() {
        return lives(StoreKind.SQLITE);
    }

    private static Arbitrary<ActionChain<ProfileLife>> lives(StoreKind kind) {
        return ActionChain.startWith(() -> new ProfileLife(kind))
                .withAction(new AnyStep())
                .withMaxTransformations(STEPS);
    }

    /** Any step; deletions are rare, so that lives grow. */
    private static final class AnyStep implements Action.Independent<ProfileLife> {

        @Override
        public Arbitrary<Transformer<ProfileLife>> transformer() {
            Arbitrary<LifeStep.Kind> kinds =
                    Arbitraries.of(LifeStep.Kind.class).filter(kind -> kind != LifeStep.Kind.DELETE_FORCED);
            Arbitrary<LifeStep.Kind> mostly = Arbitraries.frequencyOf(
                    Tuple.of(30, kinds), Tuple.of(1, Arbitraries.just(LifeStep.Kind.DELETE_FORCED)));
            return Combinators.combine(
                            mostly,
                            Arbitraries.of("one", "two"),
                            Arbitraries.integers().between(1, 6),
                            Arbitraries.of("stable", "stable", "beta", "nightly"),
                            Arbitraries.integers().between(0, 9).map(dice -> dice == 0))
                    .as(LifeStep::new)
                    .map(step -> Transformer.mutate(step.toString(), step::take));
        }
    }
}
