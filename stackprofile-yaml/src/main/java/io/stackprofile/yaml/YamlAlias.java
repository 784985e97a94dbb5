package io.stackprofile.yaml;

/** An alias, {@code *name}, where it stands in the source. */
public final class YamlAlias extends SourceNode implements YamlNode {
    private final String name;
    private final YamlNode target;

    YamlAlias(Source source, Origin origin, String name, YamlNode target) {
        super(source, origin);
        this.name = name;
        this.target = target;
    }

    /** The name without {@code *}. */
    public String name() {
        return name;
    }

    /** The anchored node this stands for; never itself an alias. */
    public YamlNode target() {
        return target;
    }

    @Override
    public YamlNode resolve() {
        return target;
    }
}
