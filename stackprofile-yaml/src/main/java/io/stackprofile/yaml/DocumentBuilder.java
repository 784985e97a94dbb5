package io.stackprofile.yaml;

import io.stackprofile.yaml.SourceNode.Origin;
import io.stackprofile.yaml.YamlException.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the nodes of one document after the other from the engine's events. */
final class DocumentBuilder {
    private final Source source;
    private final EngineEvents events;
    private final YamlLimits limits;
    private final CommentScan comments;
    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private Anchors anchors = new Anchors();
    private @Nullable YamlNode root;
    private int nodes;
    private int lastEnd;

    DocumentBuilder(Source source, EngineEvents events, YamlLimits limits, CommentScan comments) {
        this.source = source;
        this.events = events;
        this.limits = limits;
        this.comments = comments;
    }

    /** Reads the events after a document's start up to its end. */
    YamlNode read() {
        anchors = new Anchors();
        root = null;
        try {
            for (Event event = events.next(); event.getEventId() != Event.ID.DocumentEnd; event = events.next()) {
                take(event);
            }
        } catch (YamlException refused) {
            throw placed(refused);
        }
        if (root == null) {
            throw new IllegalStateException("a document without a node");
        }
        return root;
    }

    private YamlException placed(YamlException refused) {
        if (refused.code() == Code.SYNTAX || refused.code() == Code.LIMIT) {
            return refused;
        }
        StringBuilder pointer = new StringBuilder();
        for (Iterator<OpenCollection> outward = open.descendingIterator(); outward.hasNext(); ) {
            OpenCollection around = outward.next();
            String step = around.step();
            if (step == null) {
                boolean key = around == open.peek() && around.expectsKey();
                return refused.at(key ? pointer.toString() : null);
            }
            pointer.append(YamlPointer.child("", step));
        }
        return refused.at(pointer.toString());
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close(event);
            default -> throw new IllegalStateException("unexpected event");
        }
    }

    private void open(CollectionStartEvent event) {
        Origin origin = origin(
                event, name(event.getAnchor().orElse(null)), event.getTag().orElse(null));
        count(origin.start());
        if (open.size() >= limits.maxDepth()) {
            throw limit("nesting is deeper than " + limits.maxDepth(), origin.start());
        }
        int indent = event.isFlow() ? parentIndent() : source.columnOf(origin.start()) - 1;
        CollectionPlace place = new CollectionPlace(event.isFlow(), inFlow(), indent, parentIndent());
        anchors.open(origin);
        open.push(new OpenCollection(event.getEventId() == Event.ID.MappingStart, place, origin));
        lastEnd = origin.start();
    }

    private void close(Event event) {
        OpenCollection done = open.pop();
        int end = done.place.flow() ? Math.max(lastEnd, flowEnd(event)) : lastEnd;
        YamlNode node = done.build(source, end);
        lastEnd = node.span().end();
        anchors.close(done.origin, node, done.size, done.height);
        add(node, done.size, done.height);
    }

    /** The one-pair mapping in {@code [a: b]} ends with its value; its end event points at what follows. */
    private int flowEnd(Event event) {
        int start = events.start(event);
        boolean bracket = event.getEventId() == Event.ID.SequenceEnd || source.text.startsWith("}", start);
        return bracket && events.end(event) > start ? events.end(event) : lastEnd;
    }

    private void scalar(ScalarEvent event) {
        ScalarStyle style = ScalarReader.style(event.getScalarStyle());
        String anchor = name(event.getAnchor().orElse(null));
        String tag = event.getTag().orElse(null);
        Origin origin = origin(event, anchor, tag);
        if (style == ScalarStyle.PLAIN && event.getValue().isEmpty()) {
            origin = missing(origin);
        }
        count(origin.start());
        OpenCollection parent = open.peek();
        boolean key = parent != null && parent.expectsKey();
        YamlScalar scalar = ScalarReader.read(
                source,
                event.getValue(),
                style,
                origin,
                new ScalarReader.Place(parentIndent(), inFlow(), key),
                comments);
        lastEnd = scalar.origin.end();
        anchors.open(scalar.origin);
        anchors.close(scalar.origin, scalar, 1, 0);
        add(scalar, 1, 0);
    }

    /** A value that is not written: the engine often puts it at the next token, beyond blank lines and comments. */
    private Origin missing(Origin origin) {
        if (origin.anchor() != null || origin.tag() != null) {
            int end = Math.min(origin.start(), origin.end());
            return new Origin(origin.fullStart(), end, end, origin.anchor(), origin.tag());
        }
        int at = origin.start();
        boolean afterIndicator = at > lastEnd && ":-?".indexOf(source.text.charAt(at - 1)) >= 0;
        // After one blank, where a value would be written.
        int place = afterIndicator ? at + (source.text.startsWith(" ", at) ? 1 : 0) : Math.min(lastEnd, at);
        return new Origin(place, place, place, null, null);
    }

    private void alias(AliasEvent event) {
        int start = events.start(event);
        int end = events.end(event);
        count(start);
        comments.addOpaque(start, end);
        String name = event.getAlias().getValue();
        GoSyntax.checkAnchor(source, start, name);
        Anchors.Anchored target = anchors.find(name);
        if (target == null) {
            throw new YamlException(Code.UNKNOWN_ALIAS, "an alias without an anchor before it", source.place(start));
        }
        if (target.node() == null) {
            throw new YamlException(Code.ALIAS_CYCLE, "an alias inside the node it names", source.place(start));
        }
        if (open.size() + target.height() > limits.maxDepth()) {
            throw limit("nesting through aliases is deeper than " + limits.maxDepth(), start);
        }
        lastEnd = end;
        Origin origin = new Origin(start, start, end, null, null);
        add(new YamlAlias(source, origin, name, target.node()), target.size(), target.height());
    }

    private void add(YamlNode node, long size, int height) {
        OpenCollection parent = open.peek();
        if (parent == null) {
            root = node;
            return;
        }
        parent.add(source, node, size, height);
        if (parent.size > limits.maxAliasExpansion() && parent.size > nodes) {
            throw limit(
                    "aliases expand to more than " + limits.maxAliasExpansion() + " nodes",
                    node.span().start());
        }
    }

    private void count(int offset) {
        if (++nodes > limits.maxNodes()) {
            throw limit("there are more than " + limits.maxNodes() + " nodes", offset);
        }
    }

    private YamlException limit(String what, int offset) {
        return new YamlException(Code.LIMIT, what, source.place(offset));
    }

    private Origin origin(Event event, @Nullable String anchor, @Nullable String tag) {
        int full = events.start(event);
        int end = events.end(event);
        if (anchor != null) {
            GoSyntax.checkAnchor(source, full, anchor);
        }
        int properties = (anchor == null ? 0 : 1) + (tag == null ? 0 : 1);
        boolean scalar = event.getEventId() == Event.ID.Scalar;
        int limit = scalar ? end : source.text.length();
        int start = properties == 0 ? full : Properties.skip(source.text, full, properties, limit, comments);
        return new Origin(full, start, Math.max(start, end), anchor, tag);
    }

    private int parentIndent() {
        OpenCollection parent = open.peek();
        return parent == null ? -1 : parent.place.indent();
    }

    private boolean inFlow() {
        OpenCollection parent = open.peek();
        return parent != null && parent.place.flow();
    }

    private static @Nullable String name(@Nullable Anchor anchor) {
        return anchor == null ? null : anchor.getValue();
    }
}
