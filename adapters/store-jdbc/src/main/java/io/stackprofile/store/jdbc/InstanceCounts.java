package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.sql.SQLException;

/** How many instances there are of each version, moved with every instance, so that counting reads no instance. */
final class InstanceCounts {

    private InstanceCounts() {}

    /** Counts an instance in. */
    static void add(Sql sql, InstantiationRecord instance) throws SQLException {
        change(sql, instance, 1);
    }

    /** Counts an instance out. */
    static void remove(Sql sql, InstantiationRecord instance) throws SQLException {
        change(sql, instance, -1);
    }

    /** Counts an instance from where it was to where it is; counters in one order, so that no two wait for each other. */
    static void move(Sql sql, InstantiationRecord from, InstantiationRecord to) throws SQLException {
        if (key(from).equals(key(to)) && from.status() == to.status()) {
            return;
        }
        if (key(from).compareTo(key(to)) <= 0) {
            remove(sql, from);
            add(sql, to);
        } else {
            add(sql, to);
            remove(sql, from);
        }
    }

    private static String key(InstantiationRecord instance) {
        return instance.profileId() + String.format("/%010d", instance.version());
    }

    private static void change(Sql sql, InstantiationRecord instance, int change) throws SQLException {
        Object[] version = {instance.organisation(), instance.profileId().value(), instance.version()};
        sql.update(
                "INSERT INTO instance_count (organisation, profile_id, version, total, deployed) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (organisation, profile_id, version) DO UPDATE SET"
                        + " total = instance_count.total + excluded.total,"
                        + " deployed = instance_count.deployed + excluded.deployed",
                version[0],
                version[1],
                version[2],
                change,
                instance.status() == InstantiationStatus.DEPLOYED ? change : 0);
        if (change < 0) {
            sql.update(
                    "DELETE FROM instance_count"
                            + " WHERE organisation = ? AND profile_id = ? AND version = ? AND total = 0",
                    version);
        }
    }

    static long deployedBelow(Sql sql, String organisation, ProfileId profile, int below) throws SQLException {
        return sql.number(
                "SELECT sum(deployed) AS n FROM instance_count"
                        + " WHERE profile_id = ? AND organisation = ? AND version < ?",
                profile.value(),
                organisation,
                below);
    }
}
