package io.stackprofile.testkit.broken;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import io.stackprofile.testkit.contract.SecretVaultContract;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Clusters, vaults and resolvers of one fault each. */
final class BrokenClusters {

    private BrokenClusters() {}

    static List<Broken> all() {
        return List.of(
                cluster("CA-1", "texts are read by line", ClusterFaults::lineReader),
                cluster("CA-1", "edges are not read", ClusterFaults::noEdges),
                cluster("CA-1", "members come in any order", ClusterFaults::anyOrder),
                cluster("CA-2", "drafts are taken for stacks", ClusterFaults::draftsAreStacks),
                cluster("CA-3", "a draft's first state stays", ClusterFaults::firstDraftStays),
                cluster("CA-4", "the fingerprint ignores texts", ClusterFaults::shallowFingerprint),
                cluster("CA-5", "commits blindly", ClusterFaults::commitBlindly),
                cluster("CA-6", "replaces the whole stack", ClusterFaults::replaceTheStack),
                cluster("CA-7", "writes everything again", ClusterFaults::alwaysUpdated),
                cluster("CA-8", "previews the commit alone", ClusterFaults::previewOnlyTheCommit),
                cluster("CA-9", "keeps secrets in drafts", ClusterFaults::secretsInDrafts),
                vault("SV-1", "the last candidate is kept", VaultFaults::lastWins),
                vault("SV-1", "returns the candidate", VaultFaults::returnsTheCandidate),
                vault("SV-2", "keeps text", VaultFaults::textOnly),
                vault("SV-3", "keeps one for all tenants", VaultFaults::oneTenant),
                vault("SV-4", "gives away what it keeps", VaultFaults::shared),
                vault("SV-5", "folds and trims references", VaultFaults::foldedReferences),
                resolver("SR-1", "fails where nothing is", ResolverFaults::failsForNothing),
                resolver("SR-2", "trims secrets", ResolverFaults::trims),
                resolver("SR-2", "hands one value out twice", ResolverFaults::sharesItsValue),
                resolver("SR-3", "gives to anyone", ResolverFaults::givesToAnyone),
                resolver("SR-4", "says what it keeps", ResolverFaults::saysWhatItKeeps),
                resolver("SR-5", "reads into one buffer", ResolverFaults::sharesABuffer));
    }

    private static Broken cluster(String clause, String fault, Supplier<Map<String, Fault>> broken) {
        return new Broken(clause, fault, () -> new ClusterAccessContract() {
            @Override
            protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
                InMemoryCluster intact = InMemoryCluster.named("prod-eu");
                stacks.forEach(intact::put);
                return Fault.faulty(ClusterAccess.class, intact, broken.get());
            }
        });
    }

    private static Broken vault(String clause, String fault, Supplier<SecretVault> broken) {
        return new Broken(clause, fault, () -> new SecretVaultContract() {
            @Override
            protected SecretVault openVault() {
                return broken.get();
            }
        });
    }

    private static Broken resolver(String clause, String fault, Function<ResolverFaults.Kept, SecretResolver> broken) {
        return new Broken(clause, fault, () -> ResolverFaults.contract(broken));
    }
}
