package io.stackprofile.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The engine's parser events, with offsets in UTF-16 units and errors that quote nothing. No engine type leaves the
 * package.
 */
final class EngineEvents {
    private static final int SMALLEST_BUFFER = 16 * 1024;
    // The engine copies what it has of a token with every piece it reads, so the pieces of a long text are long.
    private static final int MOST_PIECES = 16;
    private static final LoadSettings SETTINGS = settings(SMALLEST_BUFFER);

    private final Source source;
    private final ParserImpl parser;

    /**
     * Reads the events.
     *
     * @param text the source's text, as {@link TabRepair} leaves it
     */
    EngineEvents(Source source, String text) {
        this.source = source;
        // The engine's reader fails where a surrogate pair crosses the end of its buffer, so then it gets one buffer.
        int buffer = source.hasPairs() ? text.length() + 1 : buffer(text.length());
        LoadSettings settings = buffer == SMALLEST_BUFFER ? SETTINGS : settings(buffer);
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** How much of a text of that length the engine reads at once. */
    static int buffer(int length) {
        return Math.max(SMALLEST_BUFFER, length / MOST_PIECES + 1);
    }

    private static LoadSettings settings(int buffer) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setVersionFunction(version -> version)
                .setBufferSize(buffer)
                .build();
    }

    Event next() {
        try {
            return parser.next();
        } catch (MarkedYamlEngineException refused) {
            // Not chained: the engine's messages and snippets quote the document.
            Optional<Mark> mark = refused.getProblemMark().or(refused::getContextMark);
            YamlException syntax = syntax(SyntaxProblem.describe(refused.getProblem()), mark);
            throw SyntaxProblem.isTab(refused.getProblem()) && mark.isPresent()
                    ? new TabRepair.Found(source.offset(mark.get().getIndex()), syntax)
                    : syntax;
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException refused) {
            throw syntax(SyntaxProblem.UNREADABLE, Optional.empty());
        }
    }

    private YamlException syntax(String what, Optional<Mark> mark) {
        int offset = mark.map(m -> source.offset(m.getIndex())).orElse(0);
        return new YamlException(YamlException.Code.SYNTAX, what, source.place(offset));
    }

    int start(Event event) {
        return offset(event.getStartMark());
    }

    int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        return source.offset(mark.orElseThrow().getIndex());
    }
}
