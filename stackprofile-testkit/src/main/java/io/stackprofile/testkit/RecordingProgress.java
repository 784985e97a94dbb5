package io.stackprofile.testkit;

import io.stackprofile.ProgressEvent;
import io.stackprofile.ProgressListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every progress event it hears, in order. Thread-safe. */
public final class RecordingProgress implements ProgressListener {

    private final List<ProgressEvent> events = new CopyOnWriteArrayList<>();

    /** Has heard nothing yet. */
    public RecordingProgress() {}

    @Override
    public void onProgress(ProgressEvent event) {
        events.add(event);
    }

    /** What was heard so far. */
    public List<ProgressEvent> events() {
        return List.copyOf(events);
    }

    /** The steps heard of, each once, in the order they began. */
    public List<String> steps() {
        return events.stream().map(ProgressEvent::step).distinct().toList();
    }
}
