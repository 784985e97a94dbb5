package io.stackprofile.store.jdbc;

import io.stackprofile.ProfileId;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many instances there are of each version, moved with every instance, so that counting reads no instance. */
final class InstanceCounts {

    private InstanceCounts() {}

    private record Counter(String organisation, ProfileId profile, int version) implements Comparable<Counter> {

        static Counter of(InstantiationRecord instance) {
            return new Counter(instance.organisation(), instance.profileId(), instance.version());
        }

        @Override
        public int compareTo(Counter other) {
            return Comparator.comparing(Counter::organisation)
                    .thenComparing(counter -> counter.profile().toString())
                    .thenComparingInt(Counter::version)
                    .compare(this, other);
        }
    }

    private record Change(int total, int deployed) {

        static Change of(InstantiationRecord instance, int by) {
            return new Change(by, instance.status() == InstantiationStatus.DEPLOYED ? by : 0);
        }

        Change and(Change other) {
            return new Change(total + other.total, deployed + other.deployed);
        }
    }

    /** Counts instances in. */
    static void add(Sql sql, List<InstantiationRecord> instances) throws SQLException {
        Map<Counter, Change> changes = new TreeMap<>();
        instances.forEach(instance -> changes.merge(Counter.of(instance), Change.of(instance, 1), Change::and));
        change(sql, changes);
    }

    /** Counts an instance out. */
    static void remove(Sql sql, InstantiationRecord instance) throws SQLException {
        change(sql, Map.of(Counter.of(instance), Change.of(instance, -1)));
    }

    /** Counts an instance from where it was to where it is. */
    static void move(Sql sql, InstantiationRecord from, InstantiationRecord to) throws SQLException {
        Map<Counter, Change> changes = new TreeMap<>();
        changes.merge(Counter.of(from), Change.of(from, -1), Change::and);
        changes.merge(Counter.of(to), Change.of(to, 1), Change::and);
        changes.values().removeIf(new Change(0, 0)::equals);
        change(sql, changes);
    }

    /** Counters in one order, so that no two transactions wait for each other. */
    private static void change(Sql sql, Map<Counter, Change> changes) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> left = new ArrayList<>();
        changes.forEach((counter, change) -> {
            Object[] key = {
                counter.organisation(), counter.profile().value(), counter.version(), change.total(), change.deployed()
            };
            rows.add(key);
            if (change.total() < 0) {
                left.add(Arrays.copyOf(key, 3));
            }
        });
        sql.batch(
                "INSERT INTO instance_count (organisation, profile_id, version, total, deployed) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (organisation, profile_id, version) DO UPDATE SET"
                        + " total = instance_count.total + excluded.total,"
                        + " deployed = instance_count.deployed + excluded.deployed",
                rows);
        sql.batch(
                "DELETE FROM instance_count WHERE organisation = ? AND profile_id = ? AND version = ? AND total = 0",
                left);
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
