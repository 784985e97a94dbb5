package io.stackprofile.spi.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What to do for an add-on.
 *
 * @param objects the objects to apply, in order
 * @param delivery what is to be done elsewhere, once the objects are applied
 * @param message what the caller should know, such as who has to do the rest; never a value
 */
public record AddonPlan(List<AddonObject> objects, Optional<AddonDelivery> delivery, Optional<String> message) {

    /** Copies the list. */
    public AddonPlan {
        objects = List.copyOf(objects);
    }

    /** A plan of objects and nothing else. */
    public static AddonPlan of(List<AddonObject> objects) {
        return new AddonPlan(objects, Optional.empty(), Optional.empty());
    }
}
