package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.cluster.AddonDelivery;
import io.stackprofile.stack.Member;
import java.util.List;
import java.util.Optional;

/**
 * A member as objects.
 *
 * @param objects in the order of its documents
 * @param delivery what an installer does elsewhere
 * @param message what an installer has to say
 * @param failure why it cannot be written at all
 */
record PlannedMember(
        Member member,
        List<PlannedObject> objects,
        Optional<AddonDelivery> delivery,
        Optional<String> message,
        Optional<StackProfileException> failure) {

    static PlannedMember of(Member member, List<PlannedObject> objects) {
        return new PlannedMember(member, List.copyOf(objects), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PlannedMember failed(Member member, StackProfileException failure) {
        return new PlannedMember(member, List.of(), Optional.empty(), Optional.empty(), Optional.of(failure));
    }
}
