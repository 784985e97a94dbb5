package io.stackprofile.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with the YAML documents in it. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * YamlFile file = YamlFile.parse(text);
 * file.documents().get(0).at("/metadata/name").map(YamlNode::span);
 * }</pre>
 */
public final class YamlFile {
    private final Source source;
    private final List<YamlDocument> documents;
    private final CommentScan commentScan;
    private final YamlLimits limits;
    private @Nullable List<YamlComment> comments;

    private YamlFile(Source source, List<YamlDocument> documents, CommentScan commentScan, YamlLimits limits) {
        this.source = source;
        this.documents = documents;
        this.commentScan = commentScan;
        this.limits = limits;
    }

    /**
     * Reads a text within {@link YamlLimits#DEFAULT}.
     *
     * @throws YamlException if the text is refused
     */
    public static YamlFile parse(String text) {
        return parse(text, YamlLimits.DEFAULT);
    }

    /**
     * Reads a text.
     *
     * @throws YamlException if the text is refused
     */
    public static YamlFile parse(String text, YamlLimits limits) {
        if (text.length() > limits.maxChars()) {
            throw new YamlException(
                    YamlException.Code.LIMIT,
                    "the text is longer than " + limits.maxChars() + " characters",
                    new YamlException.Place(1, 1));
        }
        Source source = Source.of(text);
        TabRepair repair = new TabRepair(text);
        while (true) {
            CommentScan comments = new CommentScan(source);
            try {
                List<YamlDocument> documents = StreamBuilder.read(source, repair.text(), limits, comments);
                return new YamlFile(source, documents, comments, limits);
            } catch (TabRepair.Found tab) {
                repair.repair(tab);
            }
        }
    }

    /** The text, as it was given. */
    public String text() {
        return source.text;
    }

    /** The documents in order; none if the text holds only blanks and comments. */
    public List<YamlDocument> documents() {
        return documents;
    }

    /** The comments in order, also those on the lines of {@code ---} and of a block scalar's {@code |}. */
    public List<YamlComment> comments() {
        List<YamlComment> known = comments;
        if (known == null) {
            known = commentScan.comments();
            comments = known;
        }
        return known;
    }

    YamlLimits limits() {
        return limits;
    }

    Source source() {
        return source;
    }
}
