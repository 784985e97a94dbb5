package io.stackprofile.testkit.broken;

import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.ContentStoreContract;
import io.stackprofile.testkit.contract.DraftStoreContract;
import io.stackprofile.testkit.contract.HistoryStoreContract;
import io.stackprofile.testkit.contract.InstantiationStoreContract;
import io.stackprofile.testkit.contract.ProfileCatalogueContract;
import io.stackprofile.testkit.contract.ProfileStoreContract;
import io.stackprofile.testkit.contract.SuggestionStoreContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores that are right for one record with few changes, and wrong for its neighbours, its fields or its tenth change. */
final class BrokenDetails {

    private BrokenDetails() {}

    static List<Broken> all() {
        return Stream.of(profiles(), listings(), contents(), drafts(), suggestions(), instances())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Broken> profiles() {
        return List.of(
                profiles(
                        "PS-3",
                        "versions are ordered as text",
                        fault("ProfileStore.versions", FieldFaults::versionsAsText)),
                profiles("PS-4", "an append's answer keeps a deleted profile's texts", RepeatFaults::appendsRemember),
                profiles(
                        "PS-5",
                        "an absent description keeps the old one",
                        fault("ProfileStore.update", FieldFaults::keepDescription)),
                profiles(
                        "PS-5",
                        "an update keeps who made the last one",
                        fault("ProfileStore.update", FieldFaults::keepProfileAuthor)),
                profiles("PS-5", "an update reaches other profiles", ReachFaults::updatesByRevision),
                profiles(
                        "PS-5",
                        "revisions above 127 are never equal",
                        fault("ProfileStore.update", () -> FieldFaults.smallRevisions(0))),
                profiles("PS-6", "a deletion goes by name", ReachFaults::deletesByName),
                profiles("PS-6", "a deletion reaches other profiles", ReachFaults::deletesByRevision),
                profiles("PS-6", "a deletion takes drafts along", ReachFaults::cascadesToDrafts),
                profiles("PS-6", "a deletion takes instances along", ReachFaults::cascadesToInstances),
                profiles(
                        "PS-7",
                        "the latest version is read as the current one",
                        fault("ProfileStore.find", FieldFaults::currentIsLatest)),
                profiles("PS-10", "a deprecation reaches other profiles", ReachFaults::deprecatesByNumber));
    }

    private static List<Broken> listings() {
        return List.of(
                new Broken("HS-2", "entries are ordered as text", () -> new HistoryStoreContract() {
                    @Override
                    protected StackProfileStore openStore() {
                        return BrokenStore.with("HistoryStore.page", FieldFaults.historyAsText());
                    }
                }),
                catalogue("PC-1", "the second page forgets the tag", forgetful("tag")),
                catalogue("PC-1", "the second page forgets the category", forgetful("category")),
                catalogue("PC-5", "a tag that was removed stays listed", ListingFaults::tagsStay),
                catalogue("PC-5", "a reader that was added finds nothing", ListingFaults::laterReadersAreMissing),
                catalogue("PC-5", "the first visibility stays listed", ListingFaults::visibilityStays),
                catalogue("PC-5", "a deprecation is not listed", ListingFaults::deprecationsAreNotListed));
    }

    private static Supplier<StackProfileStore> forgetful(String condition) {
        return fault(
                "ProfileCatalogue.page",
                () -> ListingFaults.secondPageForgets(
                        filter -> Copied.with(ProfileFilter.class, filter, condition, Optional.empty())));
    }

    private static List<Broken> contents() {
        return List.of(
                contents(
                        "CS-2",
                        "a digest may be asked for once",
                        fault("ContentStore.getAll", ListingFaults::refuseDoubles)),
                contents(
                        "CS-4",
                        "the first deletion lets go of what others need",
                        () -> SweepFaults.firstLetsGo("delete")),
                contents("CS-4", "an edit lets go of what others need", () -> SweepFaults.firstLetsGo("update")),
                contents(
                        "CS-4",
                        "a draft that is removed unchanged holds its texts for ever",
                        SweepFaults::unchangedDraftsHold),
                contents("CS-4", "a sweep looks at one role after another", SweepFaults::roleByRole));
    }

    private static List<Broken> drafts() {
        return List.of(
                drafts("DS-2", "an update reaches other drafts", ReachFaults::editsEveryDraft),
                drafts("DS-2", "an update keeps the name", fault("DraftStore.update", FieldFaults::keepDraftName)));
    }

    private static List<Broken> suggestions() {
        return List.of(
                suggestions("SS-2", "an update reaches other suggestions", ReachFaults::answersEverySuggestion),
                suggestions(
                        "SS-2",
                        "an update keeps who made the last one",
                        fault("SuggestionStore.update", FieldFaults::keepSuggestionAuthor)),
                suggestions(
                        "SS-4",
                        "a token is for every profile",
                        fault("SuggestionStore.received", ListingFaults::tokenOfAnyProfile)));
    }

    private static List<Broken> instances() {
        return List.of(
                instances("IS-1", "one draft gives many instances", ListingFaults::manyInstancesOfADraft),
                instances(
                        "IS-2",
                        "an update keeps the stack",
                        fault("InstantiationStore.update", FieldFaults::keepPlace)),
                instances(
                        "IS-5",
                        "versions are compared as text",
                        fault("InstantiationStore.outdatedCount", FieldFaults::countAsText)));
    }

    private static Supplier<StackProfileStore> fault(String method, Supplier<Fault> fault) {
        return () -> BrokenStore.with(method, fault.get());
    }

    private static Broken profiles(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new ProfileStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken catalogue(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new ProfileCatalogueContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken contents(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new ContentStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken drafts(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new DraftStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken suggestions(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new SuggestionStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }

    private static Broken instances(String clause, String fault, Supplier<StackProfileStore> store) {
        return new Broken(clause, fault, () -> new InstantiationStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        });
    }
}
