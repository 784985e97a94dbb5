package io.stackprofile.instantiation;

import io.stackprofile.Digest;
import io.stackprofile.InstantiationId;
import io.stackprofile.ProfileId;

/**
 * Tells on the cluster itself what runs there: a cluster that can marks every object it was given so, in labels and
 * annotations, and a capture leaves the marks out.
 *
 * @param instance the instance
 * @param profile its profile
 * @param profileName the profile's name when it was instantiated
 * @param version the profile's version
 * @param digest the version's digest
 */
public record InstanceMark(
        InstantiationId instance, ProfileId profile, String profileName, int version, Digest digest) {}
