package io.stackprofile.testkit.broken;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryStore;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import io.stackprofile.testkit.contract.WholeStoreContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What an adapter has nothing to show for is skipped with a reason, not passed. */
class SkippedClausesTest {

    /** A store that its author cannot open again. */
    private static final class Forgetting extends WholeStoreContract {

        @Override
        protected StackProfileStore openStore() {
            return new InMemoryStore();
        }
    }

    @Test
    void aStoreThatCannotBeOpenedAgainSaysSo() {
        Forgetting contract = new Forgetting();
        contract.open();

        assertThatThrownBy(contract::required_ST5_whatWasAcknowledgedIsThereWhenOpenedAgain)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("ST-5 is not proved: reopenStore() gives no store");
        assertThatThrownBy(contract::required_ST6_conditionsHoldOverBoth)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("ST-6 is not proved: openBeside() gives no store");
        contract.close();
    }

    /** A cluster of which no member fails alone. */
    private static final class AllOrNothing extends ClusterAccessContract {

        @Override
        protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
            return InMemoryCluster.named("prod-eu");
        }
    }

    @Test
    void aClusterOfWhichNoMemberFailsAloneSaysSo() {
        assertThatThrownBy(new AllOrNothing()::required_CA11_anOutcomeSaysWhyByACode)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CA-11 is not proved: failing() gives no member that fails");
    }
}
