package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.sql.SQLException;

/** How many instances there are of each version, moved with every instance, so that counting reads no instance. */
final class InstanceCounts {

    private InstanceCounts() {}

    /** Counts an instance in or out. */
    static void move(Sql sql, InstantiationRecord instance, int change) throws SQLException {
        Object[] version = {instance.profileId().value(), instance.organisation(), instance.version()};
        sql.update(
                "INSERT INTO instance_count (profile_id, organisation, version, total, deployed) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (profile_id, organisation, version) DO UPDATE SET"
                        + " total = total + excluded.total, deployed = deployed + excluded.deployed",
                version[0],
                version[1],
                version[2],
                change,
                instance.status() == InstantiationStatus.DEPLOYED ? change : 0);
        sql.update(
                "DELETE FROM instance_count WHERE profile_id = ? AND organisation = ? AND version = ? AND total = 0",
                version);
    }

    static long deployedBelow(Sql sql, String organisation, ProfileId profile, int below) throws SQLException {
        return sql.number(
                "SELECT sum(deployed) AS n FROM instance_count"
                        + " WHERE profile_id = ? AND organisation = ? AND version < ?",
                profile.value(),
                organisation,
                below);
    }

    /** Over every organisation. */
    static long total(Sql sql, ProfileId profile) throws SQLException {
        return sql.number("SELECT sum(total) AS n FROM instance_count WHERE profile_id = ?", profile.value());
    }
}
