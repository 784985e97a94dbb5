package io.stackprofile.yaml;

import java.util.Optional;

/**
 * A node as it stands in the source. Immutable and safe to share between threads.
 */
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence, YamlAlias {
    /**
     * The node's own content, without anchor and tag. A block scalar reaches from its {@code |} to the end of its last
     * line of content, line break excluded; a block collection from its first key or dash to the end of its last child;
     * a missing value is an empty span.
     */
    Span span();

    /** The content with its anchor and tag. */
    Span fullSpan();

    /** The line of the content, counted from 1. */
    int line();

    /** The column of the content, counted from 1 in UTF-16 units. */
    int column();

    /** The anchor's name without {@code &}. */
    Optional<String> anchor();

    /** The tag in its full form, such as {@code tag:yaml.org,2002:str}. */
    Optional<String> tag();

    /** What an alias stands for; any other node is itself. */
    YamlNode resolve();
}
