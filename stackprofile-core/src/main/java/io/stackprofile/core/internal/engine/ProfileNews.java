package io.stackprofile.core.internal.engine;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.profile.ProfileChange;
import io.stackprofile.spi.event.ProfileListener;
import io.stackprofile.spi.store.HistoryRecord;
import io.stackprofile.spi.store.ProfileRecord;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of a change that is stored; nothing that goes wrong here makes the change fail. */
final class ProfileNews {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileNews.class);

    private final List<ProfileListener> listeners;

    ProfileNews(EngineParts parts) {
        this.listeners = parts.listeners();
    }

    /** Tells of the change that made {@code stored}; a repeat whose profile is gone by now has nothing to tell. */
    ProfileRecord tell(ProfileRecord stored) {
        if (!listeners.isEmpty() && !stored.change().isEmpty()) {
            try {
                ProfileChange change = HistoryEntries.view(HistoryRecord.of(stored));
                listeners.forEach(listener -> tell(listener, change));
            } catch (StackProfileException unreadable) {
                LOG.warn("a change could not be told: profile={} code={}", stored.id(), unreadable.code());
            }
        }
        return stored;
    }

    /**
     * The failure's message stays out of the log: nobody knows what it carries. Also an error, or a checked exception of
     * a language without them, comes after the change and makes it no failure.
     */
    private static void tell(ProfileListener listener, ProfileChange change) {
        try {
            listener.onChange(change);
        } catch (Throwable failure) {
            LOG.warn(
                    "a listener failed: profile={} revision={} failure={}",
                    change.profileId(),
                    change.revision(),
                    failure.getClass().getName());
        }
    }
}
