package io.stackprofile.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileCatalogue;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.StackProfileAssertions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proves a {@link ProfileCatalogue}: what matches is listed once, newest first, and nothing else. */
public abstract class ProfileCatalogueContract extends ProfileCatalogueChanges {

    /** For subclasses. */
    protected ProfileCatalogueContract() {}

    @Test
    @Clause("PC-1")
    public void required_PC1_profilesComeNewestFirst() {
        listing("PC-1", OWN).isNewestFirst();
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_pagesStayStableWhileProfilesComeAndGo() {
        listing("PC-1", OWN).isStable();
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_pagesStayStableUnderConcurrentWrites() {
        listing("PC-1", prefix("platform-")).isStableUnderConcurrentWrites();
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_everyConditionOfTheFilterHolds() {
        ProfileRecord plain = create(Traits.of(ACME, "plain"));
        ProfileRecord infra = create(Traits.of(ACME, "infra").category("infra").tags("a,b", "c"));
        ProfileRecord open =
                create(Traits.of(ACME, "open").category("Infra").tags("a", "b").visibility(Visibility.PUBLIC));
        create(Traits.of(GLOBEX, "infra").category("infra").tags("c"));
        String check = "PC-1: every condition of the filter holds, compared exactly; a tag is one element, whatever"
                + " commas or quotes it has";
        assertLists(OWN, List.of(plain, infra, open), check);
        assertLists(own().category("infra").build(), List.of(infra), check);
        assertLists(own().category("inf").build(), List.of(), check);
        assertLists(own().category("").build(), List.of(), check);
        assertLists(own().tag("a,b").build(), List.of(infra), check);
        assertLists(own().tag("a").build(), List.of(open), check);
        assertLists(own().tag("A").build(), List.of(), check);
        assertLists(own().tag("%").build(), List.of(), check);
        assertLists(own().visibility(Visibility.PUBLIC).build(), List.of(open), check);
        assertLists(own().visibility(Visibility.ORGANISATION).build(), List.of(plain, infra), check);
        assertLists(own().category("infra").tag("c").namePrefix("in").build(), List.of(infra), check);
        assertLists(own().category("infra").tag("b").build(), List.of(), check);
    }

    @Test
    @Clause("PC-1")
    public void required_PC1_hardTagsAreFound() {
        String check = "PC-1: a tag is found by its exact text; check quoting and character set";
        ProfileRecord tagged = create(Traits.of(ACME, "tagged").tags(HardTexts.NAMES.toArray(String[]::new)));
        for (String tag : HardTexts.NAMES) {
            assertLists(own().tag(tag).build(), List.of(tagged), check);
        }
    }

    @Test
    @Clause("PC-2")
    public void required_PC2_aTokenIsRefusedForAnotherFilter() {
        Listing<ProfileRecord> listing = listing("PC-2", OWN);
        for (ProfileFilter other : List.of(
                ProfileFilter.builder().organisation(GLOBEX).build(),
                prefix("platform"),
                prefix(""),
                own().category("infra").build(),
                own().tag("infra").build(),
                own().visibility(Visibility.PUBLIC).build(),
                own().sharedWith(GLOBEX).build(),
                ProfileFilter.builder().visibility(Visibility.PUBLIC).build())) {
            listing.refusesForeignTokens(
                    "another filter, " + other, request -> catalogue().page(other, request));
        }
    }

    @Test
    @Clause("PC-2")
    public void required_PC2_aTokenIsRefusedByAnotherStore() {
        create(Traits.of(ACME, "a-1"));
        create(Traits.of(ACME, "a-2"));
        String token = catalogue().page(OWN, PageRequest.first(1)).next().orElseThrow();
        try (StackProfileStore other = openStore()) {
            StackProfileAssertions.assertFails(
                    ErrorCode.INVALID_REQUEST,
                    () -> other.catalogue().page(OWN, PageRequest.first(1).at(token)),
                    "PC-2: the token says which store gave it; keep an identity with the data");
        }
    }

    /** [PC-2]: two filters that a careless join of their fields takes for one. */
    @Test
    @Clause("PC-2")
    public void required_PC2_filtersAreToldApartByField() {
        create(Traits.of(ACME, "a-1").category("a").tags("a"));
        create(Traits.of(ACME, "a-2").category("a").tags("a"));
        String token = catalogue()
                .page(own().category("a").build(), PageRequest.first(1))
                .next()
                .orElseThrow();
        for (ProfileFilter other : List.of(own().tag("a").build(), prefix("a"))) {
            StackProfileAssertions.assertFails(
                    ErrorCode.INVALID_REQUEST,
                    () -> catalogue().page(other, PageRequest.first(1).at(token)),
                    "PC-2: the token says which field each condition belongs to");
        }
    }

    @Test
    @Clause("PC-3")
    public void required_PC3_onlyTheLastPageHasNoToken() {
        listing("PC-3", OWN).endsWithoutAToken();
    }

    @Test
    @Clause("PC-4")
    public void required_PC4_countEqualsWhatAllPagesGive() {
        Listing<ProfileRecord> listing = listing("PC-4", OWN);
        create(Traits.of(GLOBEX, "platform-x"));
        String check = "PC-4: count equals the number of profiles over all pages, after every write";
        assertEquals(0, catalogue().count(OWN), check);
        List<UUID> made = listing.fill(5);
        assertEquals(listing.walk(PageRequest.first(2)).size(), catalogue().count(OWN), check);
        listing.remove().accept(made.get(1));
        assertEquals(4, catalogue().count(OWN), check);
        assertEquals(4, catalogue().count(prefix("platform")), check);
        assertEquals(0, catalogue().count(prefix("other")), check);
    }

    @Test
    @Clause("PC-5")
    public void required_PC5_aListingSeesEveryWriteAtOnce() {
        String check = "PC-5: a listing sees every acknowledged write; write the catalogue row in the same transaction";
        for (int round = 0; round < 5; round++) {
            ProfileRecord one = create(Traits.of(ACME, "platform").category("old"));
            assertLists(own().category("old").build(), Set.of(one), check);
            ProfileRecord two = store().profiles()
                    .update(
                            1,
                            records.changed(
                                    one, Traits.of(ACME, "base").category("new").tags("t")));
            assertLists(own().category("old").build(), Set.of(), check);
            assertLists(own().category("new").tag("t").build(), Set.of(two), check);
            assertLists(prefix("plat"), Set.of(), check);
            ProfileRecord three =
                    store().profiles().append("append-" + one.id(), 2, records.appended(two), records.version(2));
            assertLists(prefix("base"), Set.of(three), check);
            delete(three);
            assertLists(OWN, Set.of(), check);
        }
    }

    @Test
    @Clause("PC-5")
    public void required_PC5_theOwnerIsKnownAtOnce() {
        ProfileRecord theirs = create(Traits.of(GLOBEX, "platform"));
        String check = "PC-5: owner names the organisation from the create on until the delete";
        assertEquals(Optional.of(GLOBEX), catalogue().owner(theirs.id()), check);
        assertEquals(Optional.empty(), catalogue().owner(new ProfileId(records.nextId())), check);
        delete(theirs);
        assertEquals(Optional.empty(), catalogue().owner(theirs.id()), check);
    }

    @Test
    @Clause("PC-6")
    public void required_PC6_aPrefixHasNoWildcards() {
        List<String> names = List.of(
                "platform",
                "Platform",
                "100%",
                "100 percent",
                "_internal",
                "xinternal",
                "a*b",
                "a[b]",
                "aab",
                "a\\b",
                "o'brien",
                "🚀-launch",
                "🛰-relay",
                "éclair",
                "e\u0301clair",
                "plat\uFFFFform");
        names.forEach(name -> create(Traits.of(ACME, name)));
        String check = "PC-6: a prefix is compared character by character; escape what the query language reads as a"
                + " pattern, and mind LIKE's case folding and the collation";
        for (String prefix : List.of(
                "",
                "p",
                "P",
                "plat",
                "PLAT",
                "platform",
                "platform ",
                "%",
                "100%",
                "_",
                "_i",
                "?",
                "*",
                "a*",
                "a[",
                "a\\",
                "\\",
                "o'",
                "🚀",
                "🛰",
                "é",
                "e",
                "e\u0301",
                "plat\uFFFF",
                "zzz")) {
            List<ProfileRecord> expected = names.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name ->
                            store().profiles().find(ACME, ProfileKey.of(name)).orElseThrow())
                    .toList();
            assertLists(prefix(prefix), expected, check);
        }
    }
}
