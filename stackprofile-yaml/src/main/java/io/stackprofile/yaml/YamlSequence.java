package io.stackprofile.yaml;

import java.util.List;

/** A list. */
public final class YamlSequence extends SourceNode implements YamlNode {
    private final List<YamlNode> items;
    private final CollectionPlace place;

    YamlSequence(Source source, Origin origin, List<YamlNode> items, CollectionPlace place) {
        super(source, origin);
        this.items = List.copyOf(items);
        this.place = place;
    }

    /** The items in source order. */
    public List<YamlNode> items() {
        return items;
    }

    /** Whether it is written as {@code [..]}. */
    public boolean flow() {
        return place.flow();
    }

    CollectionPlace place() {
        return place;
    }

    @Override
    public YamlNode resolve() {
        return this;
    }
}
