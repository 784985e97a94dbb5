package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;

/** Splits the events of a stream into documents. */
final class StreamBuilder {
    private final Source source;
    private final EngineEvents events;
    private final DocumentBuilder builder;
    private final List<Integer> starts = new ArrayList<>();
    private final List<@Nullable YamlNode> roots = new ArrayList<>();

    private StreamBuilder(Source source, String text, YamlLimits limits, CommentScan comments) {
        this.source = source;
        this.events = new EngineEvents(source, text);
        this.builder = new DocumentBuilder(source, events, limits, comments);
    }

    /**
     * Reads the documents.
     *
     * @param text the source's text, as {@link TabRepair} leaves it
     */
    static List<YamlDocument> read(Source source, String text, YamlLimits limits, CommentScan comments) {
        return new StreamBuilder(source, text, limits, comments).read();
    }

    private List<YamlDocument> read() {
        for (Event event = events.next(); event.getEventId() != Event.ID.StreamEnd; event = events.next()) {
            if (event.getEventId() == Event.ID.DocumentStart) {
                starts.add(starts.isEmpty() ? 0 : events.start(event));
                YamlNode root = builder.read();
                boolean missing = root instanceof YamlScalar scalar
                        && scalar.isMissing()
                        && scalar.anchor().isEmpty()
                        && scalar.tag().isEmpty();
                roots.add(missing ? null : root);
            }
        }
        return documents();
    }

    private List<YamlDocument> documents() {
        List<YamlDocument> out = new ArrayList<>(roots.size());
        for (int i = 0; i < roots.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : source.text.length();
            out.add(new YamlDocument(i, new Span(starts.get(i), end), roots.get(i)));
        }
        return List.copyOf(out);
    }
}
