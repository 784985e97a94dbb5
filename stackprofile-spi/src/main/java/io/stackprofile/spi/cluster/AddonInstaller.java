package io.stackprofile.spi.cluster;

/**
 * Says how an add-on comes onto a cluster: as objects that an operator there reads, or as files for someone else to install.
 * It plans and writes nothing itself, so the same order gives the same plan, in a preview too. Thread-safe.
 *
 * <pre>{@code
 * AddonInstaller installer = order -> AddonPlan.of(List.of(new AddonObject(
 *         "{\"apiVersion\": \"example.org/v1\", \"kind\": \"Release\", \"metadata\": {\"name\": \"loki\"}}", List.of())));
 * }</pre>
 */
@FunctionalInterface
public interface AddonInstaller {

    /**
     * What to do for an add-on.
     *
     * @throws io.stackprofile.error.ClusterException with {@code ADDON_REFUSED} when it cannot install this one; the message
     *     says why, and nothing of a value
     */
    AddonPlan plan(AddonOrder order);
}
