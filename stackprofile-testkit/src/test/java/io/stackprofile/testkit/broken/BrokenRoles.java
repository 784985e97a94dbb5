package io.stackprofile.testkit.broken;

import static java.util.Map.entry;

import io.stackprofile.DraftId;
import io.stackprofile.spi.store.InstantiationStore;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.testkit.contract.ContentStoreContract;
import io.stackprofile.testkit.contract.DraftStoreContract;
import io.stackprofile.testkit.contract.HistoryStoreContract;
import io.stackprofile.testkit.contract.InstantiationStoreContract;
import io.stackprofile.testkit.contract.ProfileCatalogueContract;
import io.stackprofile.testkit.contract.ProfileStoreContract;
import io.stackprofile.testkit.contract.SuggestionStoreContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores of which one role has one fault. */
final class BrokenRoles {

    private BrokenRoles() {}

    static List<Broken> all() {
        return Stream.of(profiles(), catalogueAndHistory(), contents(), drafts(), suggestions(), instances())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Broken> profiles() {
        return List.of(
                profiles("PS-1", "a refused create leaves its profile", "create", StoreFaults.halfCreate()),
                profiles("PS-2", "names are folded", "find", StoreFaults.foldNames()),
                profiles("PS-2", "a taken name is overlooked", "create", StoreFaults.lostUpdate()),
                profiles("PS-3", "concurrent appends are lost", "append", StoreFaults.lostUpdate()),
                profiles("PS-4", "a repeat creates twice", "create", StoreFaults.forgetRequestKeys()),
                profiles("PS-4", "a repeat appends twice", "append", StoreFaults.forgetRequestKeys()),
                profiles("PS-5", "concurrent updates are lost", "update", StoreFaults.lostUpdate()),
                profiles("PS-6", "deleting nothing succeeds", "delete", StoreFaults.swallowMissing()),
                profiles("PS-7", "tags are joined by commas", "find", StoreFaults.joinTags()),
                profiles("PS-7", "instants are kept to the millisecond", "find", StoreFaults.coarseInstants()),
                profiles("PS-7", "documents are read by line", "version", StoreFaults.lineReader()),
                profiles("PS-8", "find leaks to other tenants", "find", StoreFaults.leak()),
                profiles("PS-8", "versions leak to other tenants", "version", StoreFaults.leak()),
                profiles("PS-9", "failed appends use up their keys", "append", StoreFaults.rememberFailures()),
                profiles("PS-9", "failed creates use up their keys", "create", StoreFaults.rememberFailures()),
                profiles("PS-10", "a deprecation is not kept", "deprecate", call -> call.<ProfileRecord>arg(1)),
                profiles("PS-10", "a stale deprecation is overlooked", "deprecate", StoreFaults.lostUpdate()));
    }

    private static List<Broken> catalogueAndHistory() {
        return List.of(
                history("HS-1", "the newest entry is missing", "page", StoreFaults.withoutNewest()),
                history("HS-2", "pages by offset", "page", PageFaults.offsetPages()),
                history("HS-3", "entries go with their profile", "page", StoreFaults.untilDeleted()),
                history("HS-4", "find leaks to other tenants", "find", StoreFaults.leak()),
                catalogue("PC-1", "pages by offset", Map.of("page", PageFaults.offsetPages())),
                catalogue("PC-2", "takes any token", Map.of("page", PageFaults.anyToken())),
                catalogue("PC-3", "a full last page has a token", Map.of("page", PageFaults.tokenOnFullPages())),
                catalogue("PC-4", "counts without the prefix", Map.of("count", StoreFaults.ignorePrefix())),
                catalogue("PC-5", "lists from a cache", Map.of("page", StoreFaults.cache())),
                catalogue("PC-5", "owner from a cache", Map.of("owner", StoreFaults.cache())),
                catalogue("PC-6", "reads % and _ in prefixes", Map.of("page", StoreFaults.wildcards())));
    }

    private static List<Broken> contents() {
        return List.of(
                contents("CS-1", "refuses a second put", Map.of("putAll", StoreFaults.refuseAgain())),
                contents("CS-2", "trims texts", Map.of("getAll", StoreFaults.trim())),
                contents("CS-2", "cuts texts", Map.of("getAll", StoreFaults.cut())),
                contents(
                        "CS-3",
                        "shares texts between tenants",
                        Map.ofEntries(
                                entry("putAll", StoreFaults.sharedTenant()),
                                entry("getAll", StoreFaults.sharedTenant()),
                                entry("sweep", StoreFaults.sharedTenant()))),
                contents("CS-4", "a put does not refresh", Map.of("putAll", StoreFaults.neverRefresh())),
                new Broken("CS-4", "sweeps what is referred to", contents(BrokenStore::contentsApart)));
    }

    private static List<Broken> drafts() {
        return List.of(
                drafts("DS-1", "a create overlooks its id", "create", StoreFaults.lostUpdate()),
                drafts("DS-2", "concurrent updates are lost", "update", StoreFaults.lostUpdate()),
                drafts("DS-2", "a missing draft is overlooked", "update", StoreFaults.swallowMissing()),
                drafts("DS-3", "deleting does nothing", "delete", call -> null),
                drafts("DS-4", "documents are read by line", "find", StoreFaults.lineReader()),
                drafts("DS-5", "pages by offset", "page", PageFaults.offsetPages()),
                drafts("DS-6", "find leaks to other tenants", "find", StoreFaults.leak()),
                drafts("DS-6", "delete reaches other tenants", "delete", call -> {
                    call.with("acme", call.<DraftId>arg(1));
                    return null;
                }),
                drafts("DS-7", "a removal overlooks the revision", "deleteUnchanged", call -> {
                    boolean removed = false;
                    for (long revision = 1; revision < 4 && !removed; revision++) {
                        removed = (boolean) call.with(call.<String>arg(0), call.<DraftId>arg(1), revision);
                    }
                    return removed;
                }));
    }

    private static List<Broken> suggestions() {
        return List.of(
                suggestions("SS-1", "a create overlooks its id", "create", StoreFaults.lostUpdate()),
                suggestions("SS-2", "concurrent updates are lost", "update", StoreFaults.lostUpdate()),
                suggestions("SS-3", "nothing is found", "find", call -> Optional.empty()),
                suggestions("SS-4", "pages by offset", "sent", PageFaults.offsetPages()),
                suggestions("SS-5", "find leaks to other tenants", "find", StoreFaults.leak()),
                suggestions("SS-6", "what is gone is found", "find", SuggestionFaults.remember()));
    }

    private static List<Broken> instances() {
        return List.of(
                instances("IS-1", "a create overlooks its id", "create", StoreFaults.lostUpdate()),
                instances("IS-2", "concurrent updates are lost", "update", StoreFaults.lostUpdate()),
                instances("IS-3", "a draft finds nothing", "findByDraft", call -> Optional.empty()),
                instances("IS-4", "below includes its bound", "page", call -> {
                    OptionalInt below = call.arg(2);
                    OptionalInt wider = below.isPresent() ? OptionalInt.of(below.getAsInt() + 1) : below;
                    return call.with(call.arg(0), call.arg(1), wider, call.arg(3));
                }),
                instances("IS-4", "pages by offset", "page", PageFaults.offsetPages()),
                instances("IS-5", "the count never goes down", "outdatedCount", StoreFaults.highWater()),
                instances("IS-5", "the count is cached", "outdatedCount", StoreFaults.cache()),
                instances("IS-6", "deletes whatever the revision", "delete", call -> {
                    InstantiationStore intact = (InstantiationStore) call.intact();
                    return intact.find(call.arg(0), call.arg(1)).isEmpty()
                            ? null
                            : call.with(
                                    call.arg(0),
                                    call.arg(1),
                                    intact.find(call.arg(0), call.arg(1))
                                            .orElseThrow()
                                            .revision());
                }),
                instances("IS-7", "find leaks to other tenants", "find", StoreFaults.leak()));
    }

    private static Broken profiles(String clause, String fault, String method, Fault broken) {
        return new Broken(clause, fault, () -> new ProfileStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("ProfileStore." + method, broken);
            }
        });
    }

    private static Broken catalogue(String clause, String fault, Map<String, Fault> broken) {
        return new Broken(clause, fault, () -> new ProfileCatalogueContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("ProfileCatalogue.", broken);
            }
        });
    }

    private static Broken history(String clause, String fault, String method, Fault broken) {
        return new Broken(clause, fault, () -> new HistoryStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("HistoryStore." + method, broken);
            }
        });
    }

    private static Broken contents(String clause, String fault, Map<String, Fault> broken) {
        return new Broken(clause, fault, contents(() -> BrokenStore.with("ContentStore.", broken)));
    }

    private static Supplier<?> contents(Supplier<StackProfileStore> store) {
        return () -> new ContentStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return store.get();
            }
        };
    }

    private static Broken drafts(String clause, String fault, String method, Fault broken) {
        return new Broken(clause, fault, () -> new DraftStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("DraftStore." + method, broken);
            }
        });
    }

    private static Broken suggestions(String clause, String fault, String method, Fault broken) {
        return new Broken(clause, fault, () -> new SuggestionStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("SuggestionStore." + method, broken);
            }
        });
    }

    private static Broken instances(String clause, String fault, String method, Fault broken) {
        return new Broken(clause, fault, () -> new InstantiationStoreContract() {
            @Override
            protected StackProfileStore openStore() {
                return BrokenStore.with("InstantiationStore." + method, broken);
            }
        });
    }
}
