package io.stackprofile.spi.cluster;

import io.stackprofile.instantiation.MemberOutcome;

/** What an add-on needs outside the cluster. Repeating it does no harm. */
@FunctionalInterface
public interface AddonDelivery {

    /**
     * Does it; only within a commit, never in a preview.
     *
     * @return {@code CREATED}, {@code UPDATED} or {@code UNCHANGED}
     * @throws io.stackprofile.error.StackProfileException when it fails; the message holds nothing of a value
     */
    MemberOutcome.Status deliver();
}
