package io.stackprofile.testkit.broken;

import io.stackprofile.spi.cluster.ClusterAccess;
import io.stackprofile.spi.secret.SecretResolver;
import io.stackprofile.spi.secret.SecretVault;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.contract.ClusterAccessContract;
import io.stackprofile.testkit.contract.SecretVaultContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Clusters, vaults and resolvers of one fault each. */
final class BrokenClusters {

    private BrokenClusters() {}

    static List<Broken> all() {
        return Stream.of(stacks(), removals(), failures(), LiveFaults.all(), secrets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Broken> stacks() {
        return List.of(
                cluster("CA-1", "texts are read by line", ClusterFaults::lineReader),
                cluster("CA-1", "edges are not read", ClusterFaults::noEdges),
                cluster("CA-1", "members come in any order", ClusterFaults::anyOrder),
                cluster("CA-2", "drafts are taken for stacks", ClusterFaults::draftsAreStacks),
                cluster("CA-3", "a draft's first state stays", ClusterFaults::firstDraftStays),
                cluster("CA-3", "deleted drafts are named", RehearsalFaults::deletedDraftsAreNamed),
                cluster("CA-3", "drafts are named by their first stack", RehearsalFaults::firstStackIsNamed),
                cluster("CA-3", "one draft of each stack is named", RehearsalFaults::oneDraftAStack),
                cluster("CA-3", "drafts of another cluster are named", RehearsalFaults::othersDraftsAreNamed),
                cluster("CA-3", "drafts are named in any order", RehearsalFaults::draftsInAnyOrder),
                cluster("CA-4", "the fingerprint ignores texts", ClusterFaults::shallowFingerprint),
                cluster("CA-5", "commits blindly", ClusterFaults::commitBlindly),
                cluster("CA-6", "replaces the whole stack", ClusterFaults::replaceTheStack),
                cluster("CA-7", "writes everything again", ClusterFaults::alwaysUpdated),
                cluster("CA-8", "previews the commit alone", RehearsalFaults::previewOnlyTheCommit),
                cluster("CA-8", "a preview writes", RehearsalFaults::previewWrites),
                cluster("CA-8", "a preview asks for secrets", RehearsalFaults::previewAsksForSecrets),
                cluster("CA-8", "previews what is the same as updated", RehearsalFaults::previewAllUpdated),
                cluster("CA-8", "previews what is kept as removed", RehearsalFaults::previewAllRemoved),
                cluster("CA-8", "previews no removals", RehearsalFaults::previewNoRemovals),
                cluster("CA-9", "keeps secrets in drafts", ClusterFaults::secretsInDrafts));
    }

    private static List<Broken> removals() {
        return List.of(
                cluster("CA-10", "removes what others changed", RemovalFaults::removesWhatOthersChanged),
                cluster("CA-10", "removes what it did not put there", RemovalFaults::removesWhatItDidNotPutThere),
                cluster("CA-10", "forgets removals", RemovalFaults::forgetsRemovals),
                cluster("CA-10", "reports what is there as removed", RemovalFaults::removesInWordsOnly),
                cluster("CA-10", "keeps silently what it was not asked to keep", RemovalFaults::keepsSilently),
                cluster("CA-10", "ignores that removing it was asked", RemovalFaults::ignoresRemoveForeign),
                cluster("CA-10", "removes before the new members are there", RemovalFaults::removesFirst),
                cluster("CA-10", "removes what a member that stays needs", RemovalFaults::removesWhatOthersNeed),
                cluster("CA-10", "fails over what is gone", RemovalFaults::failsOverWhatIsGone),
                cluster("CA-10", "removes the whole stack", RemovalFaults::removesTheStack),
                cluster("CA-10", "leaves the last member of a stack", RemovalFaults::leavesTheLastMember));
    }

    private static List<Broken> failures() {
        return List.of(
                cluster("CA-11", "a failure stops unrelated members", RemovalFaults::stopsAtAFailure),
                cluster("CA-11", "what needs a failed member is applied", RemovalFaults::goesOnAfterAFailure),
                cluster("CA-11", "a failure has no code", RemovalFaults::failsWithoutACode),
                cluster("CA-11", "a repeat creates again", RemovalFaults::createsAgain));
    }

    private static List<Broken> secrets() {
        return List.of(
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
            private final InMemoryCluster intact = InMemoryCluster.named("prod-eu");

            @Override
            protected ClusterAccess cluster(Map<String, StackSpec> stacks) {
                stacks.forEach(intact::put);
                return Fault.faulty(ClusterAccess.class, intact, broken.get());
            }

            @Override
            protected Optional<Failing> failing(ClusterAccess cluster, String stack, Member member) {
                intact.failOn(member.ref());
                return Optional.of(new Failing(member, intact::heal));
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
