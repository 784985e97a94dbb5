package io.stackprofile.core.internal.engine;

import io.stackprofile.Caller;
import io.stackprofile.error.StackProfileException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes texts that nothing refers to. Young ones stay: a call under way may have put them and not yet said so. */
final class ContentPurge {

    private static final Logger LOG = LoggerFactory.getLogger(ContentPurge.class);
    private static final Duration GRACE = Duration.ofDays(1);

    private final EngineParts parts;
    private final Caller caller;

    ContentPurge(EngineParts parts, Caller caller) {
        this.parts = parts;
        this.caller = caller;
    }

    long purge() {
        return parts.store().contents().sweep(caller.organisation(), parts.now().minus(GRACE));
    }

    /** The profile is gone all the same when this fails; the next purge takes its texts. */
    void afterDeletion() {
        try {
            purge();
        } catch (StackProfileException failure) {
            LOG.warn("texts of a deleted profile were left for the next purge: code={}", failure.code());
        }
    }
}
