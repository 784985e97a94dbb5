package io.stackprofile;

/**
 * Hears how far a long call has come. Called on the calling thread, often; keep it quick. What it throws ends the call
 * as a cancellation would, before anything is stored.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = event -> {};

    /** One step further. */
    void onProgress(ProgressEvent event);
}
