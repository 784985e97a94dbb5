package io.stackprofile.it;

import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.Role;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.instantiation.Instantiation;
import io.stackprofile.profile.Profile;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.ProfileQuery;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.profile.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shared with an organisation is read and instantiated there, changed by the owner alone, and taken back. */
class SharingTest extends OverEachStore {

    private static ProfileQuery.Builder scope(ProfileQuery.Scope scope) {
        ProfileQuery.Builder builder = ProfileQuery.builder();
        builder.scope(scope);
        return builder;
    }

    private List<String> listed(String organisation, ProfileQuery query) {
        Page<ProfileSummary> page = world.as(organisation).profiles().list(query, PageRequest.first());
        assertThat(world.as(organisation).profiles().count(query))
                .isEqualTo(page.items().size());
        return page.items().stream()
                .map(item -> item.organisation() + "/" + item.name())
                .toList();
    }

    @Test
    void aSharedProfileIsReadInstantiatedAndListedByWhomItIsSharedWithAndNobodyElse() {
        ProfileVersion version = world.capture("shop");
        ProfileId id = version.profileId();
        Profile shared = world.acme().profiles().share(id, 1, "globex");

        assertThat(shared.sharedWith()).containsExactly("globex");
        Profile seen = world.as("globex").profiles().find("acme/shop");
        assertThat(seen.id()).isEqualTo(id);
        assertThat(seen.sharedWith()).as("who else reads it").isEmpty();
        assertThat(world.as("globex").profiles().version(id, 1).provenance().cluster())
                .isEmpty();
        Instantiation deployed =
                World.deploy(world.as("globex"), World.request(version, "a").build());
        world.next(version, "stable");
        assertThat(world.as("globex").instantiations().get(deployed.id()).outdated())
                .isTrue();
        assertThat(world.as("globex").profiles().get(id).updateStatus().outdatedInstantiationCount())
                .isEqualTo(1);
        assertThat(world.profile(version).updateStatus().outdatedInstantiationCount())
                .as("counts show the caller's own")
                .isZero();
        ProfileQuery sharedOnes = scope(ProfileQuery.Scope.SHARED).build();
        assertThat(listed("globex", sharedOnes)).containsExactly("acme/shop");
        assertThat(listed("hooli", sharedOnes)).isEmpty();
        assertThat(listed("acme", sharedOnes)).isEmpty();
        assertThat(listed("globex", ProfileQuery.all())).isEmpty();
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("hooli").profiles().get(id));
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").profiles().share(id, 3, "hooli"));
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").profiles().pin(id, 3, 1));
    }

    @Test
    void whatIsTakenBackIsGoneButInstancesGoOn() {
        ProfileVersion version = world.capture("shop");
        ProfileId id = version.profileId();
        world.acme().profiles().share(id, 1, "globex");
        Instantiation deployed =
                World.deploy(world.as("globex"), World.request(version, "a").build());

        Profile revoked = world.acme().profiles().unshare(id, 2, "globex");
        world.next(version, "stable");

        assertThat(revoked.sharedWith()).isEmpty();
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").profiles().get(id));
        assertFails(ErrorCode.NOT_FOUND, () -> world.as("globex").profiles().find("acme/shop"));
        assertThat(listed("globex", scope(ProfileQuery.Scope.SHARED).build())).isEmpty();
        List<Instantiation> own = world.as("globex")
                .instantiations()
                .list(id, PageRequest.first())
                .items();
        assertThat(own).extracting(Instantiation::id).containsExactly(deployed.id());
        assertThat(own).extracting(Instantiation::outdated).containsExactly(false);
        assertThat(world.as("globex")
                        .instantiations()
                        .commit(deployed.draftId())
                        .instantiation()
                        .id())
                .isEqualTo(deployed.id());
    }

    @Test
    void sharingIsTheOwnersRoleWithAnotherOrganisationByName() {
        ProfileId id = world.capture("shop").profileId();

        assertFails(
                ErrorCode.ACCESS_DENIED,
                () -> world.acme(Role.PUBLISHER).profiles().share(id, 1, "globex"));
        for (String odd : List.of("acme", "", "Globex", "a/b", "x".repeat(64))) {
            assertFails(ErrorCode.INVALID_REQUEST, () -> world.acme().profiles().share(id, 1, odd));
        }
        assertFails(ErrorCode.STALE_REVISION, () -> world.acme().profiles().share(id, 2, "globex"));
        assertThat(world.acme().profiles().get(id).revision()).isEqualTo(1);
    }

    @Test
    void eachScopeIsAListingOfItsOwnAndTokensBelongToQueryAndOrganisation() {
        for (String name : List.of("a-1", "a-2", "b-1")) {
            ProfileId id = world.capture(name).profileId();
            ProfileChanges open = ProfileChanges.builder()
                    .visibility(Visibility.PUBLIC)
                    .tags(List.of("  Golden   Stack "))
                    .build();
            world.acme().profiles().update(id, open);
            world.acme().profiles().share(id, 2, "globex");
        }
        ProfileQuery open = scope(ProfileQuery.Scope.PUBLIC).build();
        ProfileQuery shared = scope(ProfileQuery.Scope.SHARED)
                .namePrefix("a-")
                .tag("golden STACK")
                .build();

        assertThat(listed("globex", open)).containsExactly("acme/b-1", "acme/a-2", "acme/a-1");
        assertThat(listed("globex", shared)).containsExactly("acme/a-2", "acme/a-1");
        assertThat(listed(
                        "globex", scope(ProfileQuery.Scope.SHARED).category("x").build()))
                .isEmpty();
        String token = world.as("globex")
                .profiles()
                .list(open, PageRequest.first(1))
                .next()
                .orElseThrow();
        PageRequest next = PageRequest.first(1).at(token);
        assertThat(world.as("globex").profiles().list(open, next).items()).hasSize(1);
        assertFails(
                ErrorCode.INVALID_REQUEST, () -> world.as("globex").profiles().list(shared, next));
        assertFails(
                ErrorCode.INVALID_REQUEST, () -> world.as("hooli").profiles().list(open, next));
        assertFails(
                ErrorCode.INVALID_REQUEST,
                () -> world.as("globex")
                        .profiles()
                        .list(open, PageRequest.first(1).at("x")));
        try (World elsewhere = new World(kind.open(folder))) {
            elsewhere.capture("other");
            assertFails(
                    ErrorCode.INVALID_REQUEST,
                    () -> elsewhere.as("globex").profiles().list(open, next));
        }
    }
}
