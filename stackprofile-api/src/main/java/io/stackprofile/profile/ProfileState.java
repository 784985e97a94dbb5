package io.stackprofile.profile;

import io.stackprofile.Digest;

/**
 * What a profile was at one of its revisions.
 *
 * @param revision the revision
 * @param name its name
 * @param currentVersion the version used when none is asked for
 * @param digest that version's digest
 */
public record ProfileState(long revision, String name, int currentVersion, Digest digest) {}
