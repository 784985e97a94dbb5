package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.codec.InstantiationDocument;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stack of a cluster with every instance that a profile has or had there.
 *
 * @param cluster the cluster
 * @param stack the stack
 * @param records the instances, newest first
 */
record FleetTarget(String cluster, String stack, List<InstantiationRecord> records) {

    /** Copies the records. */
    FleetTarget {
        records = List.copyOf(records);
    }

    FleetTarget with(InstantiationRecord record) {
        List<InstantiationRecord> more = new ArrayList<>(records);
        more.add(record);
        return new FleetTarget(cluster, stack, more);
    }

    /** The latest instance that was begun to be put there and is looked after. */
    Optional<InstantiationRecord> live() {
        return records.stream().filter(FleetTarget::isLive).findFirst();
    }

    /** The latest instance that was wholly put there, else what was begun. */
    Optional<InstantiationRecord> settled() {
        return records.stream()
                .filter(record -> record.status() == InstantiationStatus.DEPLOYED)
                .findFirst()
                .or(this::live);
    }

    /** Drafts of a version that were never committed. */
    List<InstantiationRecord> drafts(int version) {
        return records.stream()
                .filter(record -> record.status() == InstantiationStatus.DRAFTED && record.version() == version)
                .toList();
    }

    /** Whether an instance that {@code live} replaced is not closed yet. */
    boolean hasOthersBeside(InstantiationRecord live) {
        return records.stream()
                .anyMatch(record -> !record.id().equals(live.id())
                        && (record.status() == InstantiationStatus.DEPLOYED
                                || record.status() == InstantiationStatus.PARTIAL));
    }

    private static boolean isLive(InstantiationRecord record) {
        return InstanceUpdate.isOnTarget(record) && !InstantiationDocument.uninstalling(record.document());
    }
}
