package io.stackprofile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stackprofile.Caller;
import io.stackprofile.DraftId;
import io.stackprofile.InstantiationId;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.StackDraftId;
import io.stackprofile.SuggestionId;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.SuggestRequest;
import io.stackprofile.error.AccessDeniedException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.profile.ProfileVersion;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No method is forgotten: each asks the access policy, and none tells one organisation of another's private things. */
class EveryMethodTest extends OverEachStore {

    private static final Facades.Ids MISSING = new Facades.Ids(
            new ProfileId(UUID.fromString("01890000-0000-7000-8000-000000000001")),
            "acme/absent",
            new DraftId(UUID.fromString("01890000-0000-7000-8000-000000000002")),
            new StackDraftId(UUID.fromString("01890000-0000-7000-8000-000000000003")),
            new InstantiationId(UUID.fromString("01890000-0000-7000-8000-000000000004")),
            new SuggestionId(UUID.fromString("01890000-0000-7000-8000-000000000005")));

    /** One of each thing there is, of acme's. */
    private static Facades.Ids furnished(World world) {
        ProfileVersion version = world.capture("quarry");
        StackDraft stack = world.acme()
                .instantiations()
                .create(World.request(version, "quarry").build());
        world.acme().profiles().share(version.profileId(), 1, "initech");
        DraftId theirs = world.as("initech")
                .drafts()
                .create(CreateDraftRequest.of(version.profileId()))
                .id();
        SuggestionId suggestion = world.as("initech")
                .suggestions()
                .submit(SuggestRequest.builder().draft(theirs).revision(1).build())
                .summary()
                .id();
        return new Facades.Ids(
                version.profileId(),
                "acme/quarry",
                world.acme()
                        .drafts()
                        .create(CreateDraftRequest.of(version.profileId()))
                        .id(),
                stack.id(),
                stack.instantiationId(),
                suggestion);
    }

    @Test
    void everyMethodAsksTheAccessPolicyBeforeItDoesAnything() {
        try (World guarded = new World(
                kind.open(folder),
                (caller, action, resource) -> caller.subject().equals("alice"))) {
            Facades.Ids ids = furnished(guarded);
            String before = guarded.acme().profiles().get(ids.profile()).toString();
            assertThat(Facades.calls()).hasSizeGreaterThan(30).allSatisfy(call -> {
                Throwable thrown = catchThrowable(() -> call.on(guarded.engine.as(Caller.of("acme", "mallory")), ids));
                assertThat(thrown).as(call.toString()).isInstanceOf(AccessDeniedException.class);
            });
            assertThat(guarded.acme().profiles().get(ids.profile())).hasToString(before);
            assertThat(guarded.acme().drafts().list(PageRequest.first()).items())
                    .hasSize(1);
        }
    }

    /** Two worlds in step: in one, globex asks for what is there and private; in the other, for what never was. */
    @Test
    void noMethodTellsAnotherOrganisationOfAPrivateProfile() {
        try (World one = new World(kind.open(folder));
                World other = new World(kind.open(folder))) {
            Facades.Ids ids = furnished(one);
            furnished(other);
            String before = one.acme().profiles().get(ids.profile()).toString();
            for (Facades.Call call : Facades.calls()) {
                assertThat(outcome(call, one, ids))
                        .as("%s answers for a private thing as for a missing one", call)
                        .isEqualTo(outcome(call, other, MISSING))
                        .doesNotContain("quarry", World.CANARY);
                assertThat(one.acme().profiles().get(ids.profile()))
                        .as("%s changes nothing", call)
                        .hasToString(before);
            }
        }
    }

    /** What another organisation gets, ids and the name asked for left out. */
    private static String outcome(Facades.Call call, World world, Facades.Ids ids) {
        String outcome;
        try {
            outcome = "gives " + call.on(world.as("globex"), ids);
        } catch (StackProfileException refused) {
            outcome =
                    "throws " + refused.getClass().getSimpleName() + " " + refused.code() + " " + refused.getMessage();
        } catch (Throwable other) {
            throw new AssertionError(call + " failed otherwise", other);
        }
        return outcome.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replace(ids.name(), "NAME");
    }
}
