package io.stackprofile.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.stackprofile.testkit.ClauseSources;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every clause's tests catch an adapter that breaks it, and say which clause it is. */
class BrokenAdaptersTest {

    private static final List<Broken> BROKEN = Stream.of(
                    BrokenRoles.all(),
                    BrokenDetails.all(),
                    BrokenArchives.all(),
                    BrokenMoments.all(),
                    BrokenWholes.all(),
                    BrokenClusters.all())
            .flatMap(List::stream)
            .toList();

    private final Queue<Proof.Caught> caught = new ConcurrentLinkedQueue<>();

    /** When all are caught, the build prints what was proved. */
    @TestFactory
    Stream<DynamicNode> aBrokenAdapterIsCaughtByItsClause() {
        Stream<DynamicNode> each = BROKEN.stream()
                .map(broken -> dynamicTest(broken.clause() + ": " + broken.fault(), () -> requireCaught(broken)));
        return Stream.of(
                dynamicContainer("every broken adapter", each), dynamicTest("the proof is written", this::writeProof));
    }

    private void requireCaught(Broken broken) throws Exception {
        Map<String, Throwable> failures = ContractRun.failures(broken);
        assertThat(failures.values())
                .as("failures of %s's tests", broken.clause())
                .isNotEmpty()
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining(broken.clause()));
        caught.add(new Proof.Caught(broken, failures.keySet()));
    }

    private void writeProof() throws Exception {
        assertThat(caught).hasSameSizeAs(BROKEN);
        Proof proof = new Proof(caught);
        proof.write();
        System.out.println(proof.text());
        assertThat(Files.readString(ClauseSources.document("proof.md")))
                .as("docs/contract/proof.md; copy the testkit's target/contract-proof.md over it")
                .isEqualTo(proof.markdown());
    }

    @Test
    void everyClauseHasABrokenAdapter() throws Exception {
        assertThat(BROKEN.stream().map(Broken::clause).distinct())
                .containsExactlyInAnyOrderElementsOf(ClauseSources.javadoc().keySet());
    }
}
