package io.stackprofile.core.internal.engine;

import io.stackprofile.Page;
import io.stackprofile.PageRequest;
import io.stackprofile.ProfileId;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.StackProfileStore;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Finds a profile's instances on one stack of one cluster, newest first. */
final class TargetInstances {

    private final StackProfileStore store;
    private final String organisation;

    TargetInstances(StackProfileStore store, String organisation) {
        this.store = store;
        this.organisation = organisation;
    }

    void forEach(ProfileId profile, String cluster, String stack, Consumer<InstantiationRecord> each) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_SIZE));
        while (request.isPresent()) {
            Page<InstantiationRecord> page =
                    store.instantiations().page(organisation, profile, OptionalInt.empty(), request.get());
            page.items().stream()
                    .filter(record ->
                            record.cluster().equals(cluster) && record.stack().equals(stack))
                    .forEach(each);
            request = page.next().map(PageRequest.first(PageRequest.MAX_SIZE)::at);
        }
    }
}
