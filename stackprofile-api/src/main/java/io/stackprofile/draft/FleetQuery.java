package io.stackprofile.draft;

import io.stackprofile.PageRequest;
import io.stackprofile.instantiation.FleetFilter;
import io.stackprofile.parameter.BindingMigration;
import org.immutables.value.Value;

/** Asks what publishing a draft would mean for the instances of its profile. */
@Value.Immutable
public interface FleetQuery {

    /** Which of the profile's deployed instances; all by default. */
    @Value.Default
    default FleetFilter filter() {
        return FleetFilter.all();
    }

    /** How many records to look at and from where; a page has as many instances or fewer. */
    @Value.Default
    default PageRequest page() {
        return PageRequest.first();
    }

    /** The migration that the draft would be published with. */
    @Value.Default
    default BindingMigration migration() {
        return BindingMigration.none();
    }

    /** The first page of all of them. */
    static FleetQuery all() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FleetQuery}. */
    final class Builder extends ImmutableFleetQuery.Builder {
        Builder() {}
    }
}
