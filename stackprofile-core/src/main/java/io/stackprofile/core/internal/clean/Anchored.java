package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlAlias;
import io.stackprofile.yaml.YamlEntry;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Knows every alias of a file, so that no anchor is removed that something else still needs. */
final class Anchored {

    private final List<YamlAlias> aliases = new ArrayList<>();

    private Anchored() {}

    static Anchored in(YamlFile file) {
        Anchored anchored = new Anchored();
        file.documents().forEach(document -> document.root().ifPresent(anchored::collect));
        return anchored;
    }

    boolean neededOutside(YamlEntry entry) {
        Span key = entry.key().fullSpan();
        Span span = new Span(key.start(), Math.max(entry.value().fullSpan().end(), key.end()));
        return aliases.stream()
                .anyMatch(alias -> !span.contains(alias.span())
                        && span.contains(alias.target().span()));
    }

    private void collect(YamlNode node) {
        if (node instanceof YamlAlias alias) {
            aliases.add(alias);
        } else if (node instanceof YamlSequence list) {
            list.items().forEach(this::collect);
        } else if (node instanceof YamlMapping mapping) {
            for (YamlEntry entry : mapping.entries()) {
                collect(entry.key());
                collect(entry.value());
            }
        }
    }
}
