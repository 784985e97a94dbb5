package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Profiles as rows: of their own table, of the answers to requests, and of the index of tags. */
final class ProfileRows {

    /** The columns of {@link #values}, with the id first. */
    static final String COLUMNS = "id, organisation, name, description, category, tags, visibility, revision,"
            + " current_version, latest_version, created_at, created_by, updated_at, updated_by, shared_with,"
            + " pinned_version, change";

    private static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

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

    static void insert(Sql sql, ProfileRecord profile) throws SQLException {
        sql.update("INSERT INTO profile (" + COLUMNS + ") VALUES (" + MARKS + ")", values(profile));
        insertIndexes(sql, profile);
    }

    static void replace(Sql sql, ProfileRecord profile) throws SQLException {
        Object[] id = {profile.id().value()};
        sql.update(
                "UPDATE profile SET (" + COLUMNS + ") = (" + MARKS + ") WHERE id = ?",
                Stream.of(values(profile), id).flatMap(Stream::of).toArray());
        sql.update("DELETE FROM profile_tag WHERE profile_id = ?", id);
        sql.update("DELETE FROM profile_share WHERE profile_id = ?", id);
        insertIndexes(sql, profile);
    }

    /** Removes a profile and what its answers say of it ([PS-4]). */
    static void delete(Sql sql, ProfileId id) throws SQLException {
        sql.update("DELETE FROM profile WHERE id = ?", id.value());
        sql.update(
                "UPDATE profile_request SET description = NULL, category = NULL, tags = '[]', shared_with = '[]',"
                        + " change = '' WHERE id = ?",
                id.value());
    }

    /** Remembers what a request was answered. */
    static void insertAnswer(Sql sql, String requestKey, ProfileRecord answer) throws SQLException {
        Object[] key = {requestKey};
        sql.update(
                "INSERT INTO profile_request (request_key, " + COLUMNS + ") VALUES (?, " + MARKS + ")",
                Stream.of(key, values(answer)).flatMap(Stream::of).toArray());
    }

    private static void insertIndexes(Sql sql, ProfileRecord profile) throws SQLException {
        List<Object[]> readers = new HashSet<>(profile.sharedWith())
                .stream()
                        .map(reader -> new Object[] {reader, profile.id().value()})
                        .toList();
        sql.batch("INSERT INTO profile_share (organisation, profile_id) VALUES (?, ?)", readers);
        List<Object[]> rows = new HashSet<>(profile.tags())
                .stream()
                        .map(tag -> new Object[] {
                            profile.organisation(), tag, profile.id().value()
                        })
                        .toList();
        sql.batch("INSERT INTO profile_tag (organisation, tag, profile_id) VALUES (?, ?, ?)", rows);
    }

    private static Object[] values(ProfileRecord profile) {
        return new Object[] {
            profile.id().value(),
            profile.organisation(),
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
