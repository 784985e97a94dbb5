package io.stackprofile.store.jdbc;

import io.stackprofile.Digest;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes items of a copy as they are, kind by kind, each kind in as few statements as it takes. */
final class Restoration {

    private final Sql sql;

    Restoration(Sql sql) {
        this.sql = sql;
    }

    /** Writes in the order in which one kind needs another: profiles before versions. */
    void restore(List<StoredItem> items) throws SQLException {
        restoreTexts(of(StoredItem.Text.class, items));
        restoreProfiles(of(StoredItem.Profile.class, items));
        new VersionRestoration(sql).restore(of(StoredItem.Version.class, items));
        restoreAnswers(of(StoredItem.Answer.class, items));
        restoreHistory(of(StoredItem.History.class, items));
        for (StoredItem.Draft draft : of(StoredItem.Draft.class, items)) {
            DraftRows.restore(sql, draft.draft());
        }
        for (StoredItem.Suggestion suggestion : of(StoredItem.Suggestion.class, items)) {
            SuggestionRows.restore(sql, suggestion.suggestion());
        }
        restoreInstances(of(StoredItem.Instance.class, items));
    }

    private static <T> List<T> of(Class<T> kind, List<StoredItem> items) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void restoreTexts(List<StoredItem.Text> texts) throws SQLException {
        record Put(String organisation, Instant at) {}
        Map<Put, Map<Digest, Deflated>> puts = new LinkedHashMap<>();
        for (StoredItem.Text text : texts) {
            puts.computeIfAbsent(new Put(text.organisation(), text.lastPut()), put -> new LinkedHashMap<>())
                    .put(text.digest(), Deflated.of(text.text()));
        }
        for (Map.Entry<Put, Map<Digest, Deflated>> put : puts.entrySet()) {
            sql.contents()
                    .insert(
                            sql,
                            put.getKey().organisation(),
                            put.getValue(),
                            put.getKey().at());
        }
    }

    private void restoreProfiles(List<StoredItem.Profile> profiles) throws SQLException {
        List<ProfileRecord> records =
                profiles.stream().map(StoredItem.Profile::profile).toList();
        new ProfileRestoration(sql).restore(records);
    }

    private void restoreAnswers(List<StoredItem.Answer> answers) throws SQLException {
        ProfileRows.restoreAnswers(sql, answers);
    }

    private void restoreHistory(List<StoredItem.History> entries) throws SQLException {
        List<HistoryRecord> records =
                entries.stream().map(StoredItem.History::entry).toList();
        JdbcHistoryStore.restore(sql, records);
    }

    private void restoreInstances(List<StoredItem.Instance> instances) throws SQLException {
        List<InstantiationRecord> records =
                instances.stream().map(StoredItem.Instance::instance).toList();
        InstantiationRows.restore(sql, records);
    }

    /** Requires that the database can keep an item. */
    static void require(StorableTexts texts, StoredItem item) {
        texts.require("organisation", item.organisation());
        if (item instanceof StoredItem.Profile profile) {
            ProfileRows.require(texts, profile.profile());
        } else if (item instanceof StoredItem.Version version) {
            VersionRows.require(texts, version.version());
            version.version().header().deprecation().ifPresent(why -> VersionRows.require(texts, why));
        } else if (item instanceof StoredItem.Answer answer) {
            texts.require("request key", answer.requestKey());
            ProfileRows.require(texts, answer.answer());
        } else if (item instanceof StoredItem.Draft draft) {
            DraftRows.require(texts, draft.draft());
        } else if (item instanceof StoredItem.Suggestion suggestion) {
            SuggestionRows.require(texts, suggestion.suggestion());
        } else if (item instanceof StoredItem.Instance instance) {
            InstantiationRows.require(texts, instance.instance());
        }
    }
}
