package io.stackprofile.samples.store;

import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.StoredItem;
import io.stackprofile.spi.store.SuggestionRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Items of a copy as rows of the journal, and what must hold of them together with what is there. Texts are not its. */
final class FolderRestoration {

    private static final byte[] NO_BODY = new byte[0];
    private static final long BYTES = 1L << 30;

    private record Name(String organisation, String name) {}

    private record OfDraft(String organisation, UUID draft) {}

    /** Of two items with one key, the later one. */
    private final Map<Key, Entry> puts = new LinkedHashMap<>();

    private long bytes;

    private FolderRestoration() {}

    /** Encodes all items, so that a text that cannot be kept is refused before anything is written. */
    static FolderRestoration of(List<StoredItem> items) {
        FolderRestoration restoration = new FolderRestoration();
        items.forEach(restoration::add);
        return restoration;
    }

    private void add(StoredItem item) {
        if (item instanceof StoredItem.Profile profile) {
            add(ProfileRow.of(profile.profile()), NO_BODY);
        } else if (item instanceof StoredItem.Version version) {
            add(VersionRow.of(version), Texts.bytes(version.version().document()));
        } else if (item instanceof StoredItem.Answer answer) {
            ProfileRow answered = ProfileRow.of(answer.answer());
            add(new AnswerRow(answer.organisation(), answer.requestKey(), answered), NO_BODY);
        } else if (item instanceof StoredItem.History entry) {
            add(HistoryRow.of(entry.entry()), NO_BODY);
        } else if (item instanceof StoredItem.Draft draft) {
            DraftRecord record = draft.draft();
            add(DraftRow.of(record), Texts.bytes(record.document()));
        } else if (item instanceof StoredItem.Suggestion suggestion) {
            SuggestionRecord record = suggestion.suggestion();
            byte[] document = Texts.bytes(record.document());
            add(SuggestionRow.of(record, document.length), FolderSuggestions.body(document, record));
        } else if (item instanceof StoredItem.Instance instance) {
            InstantiationRecord record = instance.instance();
            add(InstanceRow.of(record), Texts.bytes(record.document()));
        }
    }

    private void add(Row row, byte[] body) {
        bytes += body.length;
        if (bytes > BYTES) {
            throw Refusals.tooMuchAtOnce(BYTES);
        }
        puts.put(row.key(), Entry.put(row, body));
    }

    /** Writes everything, or refuses. */
    void write(Transaction transaction) {
        State state = transaction.state();
        Map<Name, UUID> names = new LinkedHashMap<>();
        Map<OfDraft, UUID> drafts = new LinkedHashMap<>();
        Set<Key> written = new HashSet<>();
        for (Entry put : puts.values()) {
            Row row = put.row().orElseThrow();
            if (row instanceof ProfileRow profile) {
                requireFree(state, profile, names);
            } else if (row instanceof VersionRow version) {
                requireProfile(state, version, written);
            } else if (row instanceof InstanceRow instance) {
                requireOnlyOne(state, instance, drafts);
            }
            transaction.add(put);
            written.add(put.key());
        }
    }

    /** Ids are everyone's; a name may go from one profile of the copy to another. */
    private void requireFree(State state, ProfileRow profile, Map<Name, UUID> names) {
        Optional<ProfileRow> holder = state.profiles().find(profile.id());
        if (holder.isPresent() && !holder.get().organisation().equals(profile.organisation())) {
            throw Refusals.exists("profile " + profile.id());
        }
        Optional<UUID> named = state.profiles()
                .find(profile.organisation(), profile.name())
                .filter(other -> !puts.containsKey(other.key()))
                .map(ProfileRow::id);
        UUID before = names.putIfAbsent(new Name(profile.organisation(), profile.name()), profile.id());
        if (named.isPresent() || before != null) {
            throw Refusals.nameTaken();
        }
    }

    private static void requireProfile(State state, VersionRow version, Set<Key> written) {
        boolean there = written.contains(Key.of(Kind.PROFILE, version.organisation(), version.profile()))
                || state.profiles()
                        .find(version.organisation(), version.profile())
                        .isPresent();
        if (!there) {
            throw Refusals.missing("profile " + version.profile());
        }
    }

    private void requireOnlyOne(State state, InstanceRow instance, Map<OfDraft, UUID> drafts) {
        boolean taken = state.instances()
                .ofDraft(instance.organisation(), instance.draft())
                .filter(id -> !puts.containsKey(Key.of(Kind.INSTANCE, instance.organisation(), id)))
                .isPresent();
        if (taken || drafts.put(new OfDraft(instance.organisation(), instance.draft()), instance.id()) != null) {
            throw Refusals.exists("an instance of draft " + instance.draft());
        }
    }
}
