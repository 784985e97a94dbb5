package io.stackprofile.yaml;

import java.util.List;

/** A list. */
public final class YamlSequence extends SourceNode implements YamlNode {
    private final List<YamlNode> items;
    private final boolean flow;

    YamlSequence(Source source, Origin origin, List<YamlNode> items, boolean flow) {
        super(source, origin);
        this.items = List.copyOf(items);
        this.flow = flow;
    }

    /** The items in source order. */
    public List<YamlNode> items() {
        return items;
    }

    /** Whether it is written as {@code [..]}. */
    public boolean flow() {
        return flow;
    }

    @Override
    public YamlNode resolve() {
        return this;
    }
}
