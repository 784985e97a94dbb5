package io.stackprofile.spi.event;

import io.stackprofile.profile.ProfileChange;

/**
 * Hears of every change of a profile, after it is stored: on the thread of the call that made it, before that call
 * returns, and after the listeners that were added earlier. What it throws is logged by its class and forgotten: the
 * change is stored, and the call succeeds.
 *
 * <p>Changes that several threads or processes make at once may be told in another order than they were made, and a call
 * that is repeated with its request key tells again what it told before: the profile's id and
 * {@link ProfileChange#revision()} name a change and say its place. A process that ends between storing and telling tells
 * nothing; {@link io.stackprofile.profile.Profiles#history} has every change. Thread-safe.
 */
@FunctionalInterface
public interface ProfileListener {

    /** A profile was changed. */
    void onChange(ProfileChange change);
}
