package io.stackprofile.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stackprofile.testkit.ClauseSources;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every clause's tests catch an adapter that breaks it, and say which clause it is. */
class BrokenAdaptersTest {

    private static final List<Broken> BROKEN = Stream.of(
                    BrokenRoles.all(), BrokenMoments.all(), BrokenWholes.all(), BrokenClusters.all())
            .flatMap(List::stream)
            .toList();

    @TestFactory
    Stream<DynamicTest> aBrokenAdapterIsCaughtByItsClause() {
        return BROKEN.stream()
                .map(broken -> dynamicTest(
                        broken.clause() + ": " + broken.fault(),
                        () -> assertThat(ContractRun.failures(broken.clause(), broken.contract())
                                        .values())
                                .as("failures of %s's tests", broken.clause())
                                .isNotEmpty()
                                .anySatisfy(failure -> assertThat(failure).hasMessageContaining(broken.clause()))));
    }

    @Test
    void everyClauseHasABrokenAdapter() throws Exception {
        assertThat(BROKEN.stream().map(Broken::clause).distinct())
                .containsExactlyInAnyOrderElementsOf(ClauseSources.javadoc().keySet());
    }
}
