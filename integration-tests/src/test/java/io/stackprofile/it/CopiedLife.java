package io.stackprofile.it;

import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.OrganisationSession;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.StackProfiles;
import io.stackprofile.SuggestionId;
import io.stackprofile.capture.CaptureRequest;
import io.stackprofile.core.StackProfileEngine;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.error.StoreException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.DeprecateRequest;
import io.stackprofile.profile.Deprecation;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.fault.FaultyStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an engine left in a store: something of everything that a store holds, in every state it can have. */
final class CopiedLife {

    static final CaptureRequest ONCE = CaptureRequest.builder()
            .name("shop")
            .cluster("prod")
            .stack("shop")
            .requestKey("once")
            .build();

    private static final DeprecateRequest UNSAFE = DeprecateRequest.builder()
            .reason(Deprecation.Reason.SECURITY)
            .note("Runs as root.")
            .build();

    final World world;
    final ProfileVersion first;
    final StackDraftId drafted;
    final StackDraftId interrupted;
    private final FaultyStore faulty;
    private final ProfileId gone;
    private final DraftId draft;
    private final SuggestionId open;
    private final SuggestionId rejected;

    /** Lives it. */
    CopiedLife(StackProfileStore store) {
        faulty = FaultyStore.around(store);
        world = new World(faulty);
        first = world.acme().profiles().capture(ONCE);
        ProfileVersion second = world.next(first, "stable");
        world.next(second, "beta");
        world.acme().profiles().deprecate(first.profileId(), 3, 3, UNSAFE);
        world.acme().profiles().share(first.profileId(), 4, "globex");
        gone = world.capture("gone").profileId();
        world.acme().profiles().delete(gone);
        draft = world.acme()
                .drafts()
                .create(CreateDraftRequest.of(first.profileId()))
                .id();
        open = suggest();
        rejected = suggest();
        world.acme().suggestions().reject(rejected, 1, "One is enough.");
        deploy(first, "a");
        deploy(second, "a");
        deploy(first, "b");
        drafted = draft(second, "c");
        partly(draft(second, "d"));
        interrupted = draft(second, "e");
        interrupt(interrupted);
    }

    private SuggestionId suggest() {
        OrganisationSession globex = world.as("globex");
        ProfileDraft theirs = globex.drafts().create(CreateDraftRequest.of(first.profileId()));
        globex.drafts().edit(theirs.id(), 1, List.of(new DraftEdit.RemoveMember(MemberRef.manifest("settings"))));
        return globex.suggestions()
                .submit(SuggestRequest.builder().draft(theirs.id()).revision(2).build())
                .summary()
                .id();
    }

    private void deploy(ProfileVersion version, String stack) {
        World.deploy(world.acme(), request(version, stack));
    }

    private StackDraftId draft(ProfileVersion version, String stack) {
        return world.acme().instantiations().create(request(version, stack)).id();
    }

    private static InstantiateRequest request(ProfileVersion version, String stack) {
        return World.request(version, stack).version(version.version()).build();
    }

    private void partly(StackDraftId id) {
        world.staging.failOn(MemberRef.manifest("settings"));
        world.acme().instantiations().commit(id);
        world.staging.heal();
    }

    /** Leaves an instance that is being committed. */
    private void interrupt(StackDraftId id) {
        faulty.after(
                "InstantiationStore.update",
                () -> faulty.before("InstantiationStore.update", () -> {
                    throw new StoreException("the database is away", "Try again.");
                }));
        try {
            world.acme().instantiations().commit(id);
            throw new AssertionError("the commit was not interrupted");
        } catch (StackProfileException expected) {
            faulty.heal();
        }
    }

    /** An engine over a copy, on the same clusters. */
    StackProfiles over(StackProfileStore copy) {
        return StackProfileEngine.builder()
                .store(copy)
                .clusters(InMemoryClusters.of(world.prod, world.staging))
                .secrets((organisation, ref) -> Optional.of(SecretValue.of("resolved " + ref.locator())))
                .clock(world.clock)
                .build();
    }

    /** What the facades of an engine say of everything there is. */
    Map<String, Object> read(StackProfiles engine) {
        OrganisationSession acme = engine.as(Caller.of("acme", "alice"));
        OrganisationSession globex = engine.as(Caller.of("globex", "alice"));
        Map<String, Object> said = new LinkedHashMap<>();
        profiles(said, acme);
        PageRequest all = PageRequest.first(100);
        said.put("shared", globex.profiles().list(shared(), all).items());
        said.put("seen by globex", globex.profiles().find("acme/shop"));
        said.put("draft", acme.drafts().get(draft));
        said.put("drafts", acme.drafts().list(all).items());
        said.put("their drafts", globex.drafts().list(all).items());
        said.put("received", acme.suggestions().received(first.profileId(), all).items());
        said.put("sent", globex.suggestions().sent(all).items());
        said.put("open", globex.suggestions().get(open));
        said.put("rejected", acme.suggestions().get(rejected));
        said.put("instances", acme.instantiations().list(first.profileId(), all).items());
        said.put(
                "outdated",
                acme.instantiations().outdated(first.profileId(), all).items());
        said.put("drafted", acme.instantiations().review(drafted));
        return said;
    }

    private void profiles(Map<String, Object> said, OrganisationSession acme) {
        PageRequest all = PageRequest.first(100);
        said.put("list", acme.profiles().list(ProfileQuery.all(), all).items());
        said.put("count", acme.profiles().count(ProfileQuery.all()));
        said.put("profile", acme.profiles().get(first.profileId()));
        for (int number = 1; number <= 3; number++) {
            said.put("version " + number, acme.profiles().version(first.profileId(), number));
            said.put("export " + number, acme.profiles().exportIac(first.profileId(), number));
        }
        said.put("history", acme.profiles().history(first.profileId(), all).items());
        said.put("history of what is gone", acme.profiles().history(gone, all).items());
    }

    private static ProfileQuery shared() {
        return ProfileQuery.builder().scope(ProfileQuery.Scope.SHARED).build();
    }
}
