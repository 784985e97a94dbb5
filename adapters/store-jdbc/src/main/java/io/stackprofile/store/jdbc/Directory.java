package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is found across organisations, and the indexes of profiles beside their table. */
interface Directory {

    /** Takes a new profile's id for its organisation; false when it is taken. */
    boolean claim(Sql sql, ProfileRecord profile) throws SQLException;

    /** The organisation that owns a profile. */
    Optional<String> owner(Sql sql, ProfileId profile) throws SQLException;

    /** Takes the ids of profiles that come with them; refuses one that is another organisation's. */
    void claimAll(Sql sql, List<ProfileRecord> profiles) throws SQLException;

    /** Adds profiles to the indexes. */
    void add(Sql sql, List<ProfileRecord> profiles) throws SQLException;

    /** Takes a profile out of the indexes. */
    void remove(Sql sql, String organisation, ProfileId profile) throws SQLException;

    /** Gives back a deleted profile's id. */
    void release(Sql sql, ProfileId profile) throws SQLException;

    /** Remembers where instances of profiles are. */
    void addHolders(Sql sql, List<InstantiationRecord> instances) throws SQLException;

    /** How many instances a profile has, over every organisation. */
    long instances(Sql sql, ProfileId profile) throws SQLException;

    /** A listing of what matches, but for category and name; read {@code p.*} of it. */
    Listing listing(ProfileFilter filter);

    /** The table of {@link #listing} whose columns {@code category} and {@code name} are indexed. */
    String narrowing(ProfileFilter filter);

    /** A prefix of names, as a condition over the column {@code name} of a table. */
    NamePrefix prefix(String text);

    /** Ids of the profiles whose names start so, from the names' own index. */
    Listing.Query named(ProfileFilter filter, NamePrefix prefix);

    /** The column of {@link #listing} that compares with {@link #named}. */
    String namedColumn(ProfileFilter filter);
}
