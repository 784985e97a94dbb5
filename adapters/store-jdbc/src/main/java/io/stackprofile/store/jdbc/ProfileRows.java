package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StoredItem;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Profiles as rows: of their own table, of the answers to requests, and of the index of tags. */
final class ProfileRows {

    private static final String KEY = "organisation, id";

    /** The columns that a change may change. */
    private static final String CHANGING = "name, description, category, tags, visibility, revision,"
            + " current_version, latest_version, created_at, created_by, updated_at, updated_by, shared_with,"
            + " pinned_version, change";

    /** The columns of {@link #values}. */
    static final String COLUMNS = KEY + ", " + CHANGING;

    private static final int KEYS = 2;
    private static final int ALL = 17;

    /**
     * A SELECT, because PostgreSQL's driver with {@code reWriteBatchedInserts} joins the VALUES of a batch and then does
     * not say which were added. Only there must a NULL that is no text say its type.
     */
    private static final String INSERT = "INSERT INTO profile (" + COLUMNS + ") SELECT " + marks(ALL - 2)
            + ", CAST(? AS integer), ? WHERE true ON CONFLICT DO NOTHING";

    private ProfileRows() {}

    static ProfileRecord map(Row row) throws SQLException {
        return ProfileRecord.builder()
                .id(new ProfileId(row.id("id")))
                .organisation(row.text("organisation"))
                .name(row.text("name"))
                .description(row.optionalText("description"))
                .category(row.optionalText("category"))
                .addAllTags(row.texts("tags"))
                .visibility(row.constant("visibility", Visibility.class))
                .revision(row.number("revision"))
                .currentVersion(row.integer("current_version"))
                .latestVersion(row.integer("latest_version"))
                .createdAt(row.instant("created_at"))
                .createdBy(row.text("created_by"))
                .updatedAt(row.instant("updated_at"))
                .updatedBy(row.text("updated_by"))
                .addAllSharedWith(row.texts("shared_with"))
                .pinnedVersion(row.optionalInteger("pinned_version"))
                .change(row.text("change"))
                .build();
    }

    /** Adds a profile; false when the id or the name is taken. */
    static boolean insert(Sql sql, ProfileRecord profile) throws SQLException {
        int added = sql.update(INSERT, values(profile));
        if (added == 1) {
            sql.directory().add(sql, List.of(profile));
        }
        return added == 1;
    }

    /** Changes a profile; false when it is not at the expected revision. */
    static boolean replace(Sql sql, long expectedRevision, ProfileRecord profile) throws SQLException {
        Object[] values = values(profile);
        Object[] key = {values[0], values[1], expectedRevision};
        int changed = sql.update(
                "UPDATE profile SET (" + CHANGING + ") = (" + marks(ALL - KEYS)
                        + ") WHERE organisation = ? AND id = ? AND revision = ?",
                Stream.of(Arrays.copyOfRange(values, KEYS, ALL), key)
                        .flatMap(Stream::of)
                        .toArray());
        if (changed == 1) {
            sql.directory().remove(sql, profile.organisation(), profile.id());
            sql.directory().add(sql, List.of(profile));
        }
        return changed == 1;
    }

    /** Removes a profile and what its answers say of it ([PS-4]); false when it is not at the expected revision. */
    static boolean delete(Sql sql, long expectedRevision, String organisation, ProfileId id) throws SQLException {
        int deleted = sql.update(
                "DELETE FROM profile WHERE organisation = ? AND id = ? AND revision = ?",
                organisation,
                id.value(),
                expectedRevision);
        if (deleted == 1) {
            sql.directory().remove(sql, organisation, id);
            sql.directory().release(sql, id);
            sql.update(
                    "UPDATE profile_request SET description = NULL, category = NULL, tags = '[]', shared_with = '[]',"
                            + " change = '' WHERE organisation = ? AND id = ?",
                    organisation,
                    id.value());
        }
        return deleted == 1;
    }

    /** Adds profiles where neither the id nor the name is taken, their own rows alone; which of them were added. */
    static boolean[] insertAll(Sql sql, List<ProfileRecord> profiles) throws SQLException {
        int[] added =
                sql.batch(INSERT, profiles.stream().map(ProfileRows::values).toList());
        boolean[] are = new boolean[added.length];
        for (int i = 0; i < added.length; i++) {
            are[i] = added[i] == 1;
        }
        return are;
    }

    /** Remembers answers, each in the place of an earlier one. */
    static void restoreAnswers(Sql sql, List<StoredItem.Answer> answers) throws SQLException {
        List<Object[]> rows = answers.stream()
                .map(item -> Stream.of(new Object[] {item.requestKey()}, values(item.answer()))
                        .flatMap(Stream::of)
                        .toArray())
                .toList();
        String changes = Stream.of(CHANGING.split(", ", -1))
                .map(column -> column.strip() + " = excluded." + column.strip())
                .collect(Collectors.joining(", "));
        sql.batch(
                "INSERT INTO profile_request (request_key, " + COLUMNS + ") VALUES (" + marks(1 + ALL)
                        + ") ON CONFLICT (organisation, request_key) DO UPDATE SET id = excluded.id, " + changes,
                rows);
    }

    /** Remembers what a request is answered; false when a request of this key was answered already. */
    static boolean insertAnswer(Sql sql, String requestKey, ProfileRecord answer) throws SQLException {
        Object[] key = {requestKey};
        return sql.update(
                        "INSERT INTO profile_request (request_key, " + COLUMNS + ") VALUES (" + marks(1 + ALL)
                                + ") ON CONFLICT DO NOTHING",
                        Stream.of(key, values(answer)).flatMap(Stream::of).toArray())
                == 1;
    }

    /** Requires that the database can keep a profile. */
    static void require(StorableTexts texts, ProfileRecord profile) {
        texts.require("organisation", profile.organisation())
                .require("name", profile.name())
                .require("description", profile.description())
                .require("category", profile.category())
                .require("tags", profile.tags())
                .require("readers", profile.sharedWith())
                .require("author", List.of(profile.createdBy(), profile.updatedBy()))
                .require("change", profile.change());
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static Object[] values(ProfileRecord profile) {
        return new Object[] {
            profile.organisation(),
            profile.id().value(),
            profile.name(),
            profile.description(),
            profile.category(),
            TextList.write(profile.tags()),
            profile.visibility(),
            profile.revision(),
            profile.currentVersion(),
            profile.latestVersion(),
            profile.createdAt(),
            profile.createdBy(),
            profile.updatedAt(),
            profile.updatedBy(),
            TextList.write(profile.sharedWith()),
            profile.pinnedVersion(),
            profile.change()
        };
    }
}
