package io.stackprofile.yaml;

import java.util.List;

/**
 * How a file indents and breaks lines, so that what is added looks like what is there.
 *
 * @param step how far a mapping stands inside its parent mapping
 * @param listStep how far a list's dashes stand inside the mapping that holds the list; 0 for dashes below the key
 * @param lineBreak the file's line break
 * @param blocks whether a text of several lines may be written as a block
 */
record Layout(int step, int listStep, String lineBreak, boolean blocks) {
    static final Layout DEFAULT = new Layout(2, 2, "\n", true);

    /** The first nested mapping and the first nested list set the example. */
    static Layout of(YamlFile file) {
        Example example = new Example();
        for (YamlDocument document : file.documents()) {
            document.root().ifPresent(root -> example.learn(root, -1));
        }
        int step = example.step > 0 ? example.step : DEFAULT.step;
        int lf = file.text().indexOf('\n');
        boolean crlf = lf > 0 && file.text().charAt(lf - 1) == '\r';
        return new Layout(step, example.listStep >= 0 ? example.listStep : step, crlf ? "\r\n" : "\n", true);
    }

    /** The same, where a block could not end. */
    Layout withoutBlocks() {
        return new Layout(step, listStep, lineBreak, false);
    }

    String spaces(int indent) {
        return " ".repeat(indent);
    }

    /** A text of ours, whose line breaks are line feeds, with the file's breaks. */
    String withBreaks(String text) {
        return lineBreak.length() > 1 ? text.replace("\n", lineBreak) : text;
    }

    private static final class Example {
        private int step = -1;
        private int listStep = -1;

        private void learn(YamlNode node, int mappingIndent) {
            if (step > 0 && listStep >= 0) {
                return;
            }
            if (node instanceof YamlMapping mapping && !mapping.flow()) {
                int indent = mapping.place().indent();
                if (step < 0 && mappingIndent >= 0 && indent > mappingIndent) {
                    step = indent - mappingIndent;
                }
                mapping.entries().forEach(entry -> learn(entry.value(), indent));
            } else if (node instanceof YamlSequence sequence && !sequence.flow()) {
                int indent = sequence.place().indent();
                if (listStep < 0 && mappingIndent >= 0) {
                    listStep = Math.max(0, indent - mappingIndent);
                }
                learnItems(sequence.items());
            }
        }

        private void learnItems(List<YamlNode> items) {
            // A mapping after a dash says nothing about how mappings nest.
            items.forEach(item -> learn(item, -1));
        }
    }
}
