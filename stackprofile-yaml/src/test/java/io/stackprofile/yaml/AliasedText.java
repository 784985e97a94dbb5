package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Writes documents full of anchors, aliases and merge keys, in blocks and in brackets. */
final class AliasedText {
    private static final String[] SCALARS = {"x", "0644", "'q'", "\"d\\n\"", "true", "1.50", "~", "a b", "yes"};

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    // What each anchor's name stands for so far: m for a mapping, l for a list of mappings, s for a scalar, o for
    // others.
    private final Map<String, Character> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int budget = 40;

    private AliasedText(Random random) {
        this.random = random;
    }

    static String of(Random random) {
        AliasedText text = new AliasedText(random);
        text.blockMap(0, 3);
        return text.out.toString();
    }

    private String anchor() {
        String name = random.nextInt(3) == 0 ? "n" + random.nextInt(5) : "";
        // No alias may stand inside what it names.
        anchors.remove(name);
        return open.add(name) ? name : "";
    }

    private String known(String kinds) {
        List<String> names = new ArrayList<>();
        anchors.forEach((name, kind) -> {
            if (kinds.indexOf(kind) >= 0) {
                names.add(name);
            }
        });
        names.sort(null);
        return names.isEmpty() || random.nextInt(3) == 0 ? "" : names.get(random.nextInt(names.size()));
    }

    private void know(String anchor, char kind) {
        open.remove(anchor);
        if (!anchor.isEmpty()) {
            anchors.put(anchor, kind);
        }
    }

    private static String prefix(String anchor) {
        return anchor.isEmpty() ? "" : "&" + anchor + " ";
    }

    private void blockMap(int indent, int depth) {
        int size = 1 + random.nextInt(4);
        int mergeAt = random.nextInt(3) == 0 ? random.nextInt(size + 1) : -1;
        for (int i = 0; i <= size; i++) {
            if (i == mergeAt) {
                line(indent, "<<");
                merge();
            }
            if (i < size) {
                line(indent, "k" + i);
                blockValue(indent, depth);
            }
        }
    }

    private void line(int indent, String key) {
        out.append(" ".repeat(indent)).append(key).append(':');
    }

    private void merge() {
        String mapping = known("m");
        String other = known("m");
        if (mapping.isEmpty()) {
            String name = anchor();
            out.append(' ').append(prefix(name)).append("{k1: m, k7: {k0: 1}}\n");
            know(name, 'm');
        } else if (other.isEmpty()) {
            out.append(" *").append(mapping).append('\n');
        } else {
            out.append(" [*")
                    .append(mapping)
                    .append(", {k2: i}, *")
                    .append(other)
                    .append("]\n");
        }
    }

    private void blockValue(int indent, int depth) {
        int kind = depth == 0 || --budget < 0 ? 0 : random.nextInt(5);
        String name = anchor();
        String alias = known("mlso");
        if (kind == 1 && !alias.isEmpty()) {
            open.remove(name);
            out.append(" *").append(alias).append(random.nextBoolean() ? " # note\n" : "\n");
        } else if (kind == 2) {
            out.append(name.isEmpty() ? "" : " &" + name).append('\n');
            blockMap(indent + 2, depth - 1);
            know(name, 'm');
        } else if (kind == 3) {
            out.append(name.isEmpty() ? "" : " &" + name).append('\n');
            blockList(indent + 2, depth - 1);
            know(name, 'o');
        } else {
            out.append(' ');
            flow(depth, name);
            out.append('\n');
        }
    }

    private void blockList(int indent, int depth) {
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            out.append(" ".repeat(indent)).append('-');
            blockValue(indent, depth);
        }
    }

    private void flow(int depth, String name) {
        int kind = depth == 0 || --budget < 0 ? 0 : random.nextInt(4);
        String alias = known("mlso");
        if (kind == 0 && !alias.isEmpty() && name.isEmpty()) {
            out.append('*').append(alias);
        } else if (kind == 1) {
            out.append(prefix(name)).append('{');
            flowEntries(depth);
            out.append('}');
            know(name, 'm');
        } else if (kind == 2) {
            out.append(prefix(name)).append('[');
            for (int i = random.nextInt(3); i >= 0; i--) {
                flow(depth - 1, anchor());
                out.append(i > 0 ? ", " : "");
            }
            out.append(']');
            know(name, 'o');
        } else {
            out.append(prefix(name)).append(SCALARS[random.nextInt(SCALARS.length)]);
            know(name, 's');
        }
    }

    private void flowEntries(int depth) {
        String merged = known("m");
        if (!merged.isEmpty() && random.nextBoolean()) {
            out.append("<<: *").append(merged).append(", ");
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append('k').append(i).append(": ");
            flow(depth - 1, anchor());
            out.append(i > 0 ? ", " : "");
        }
    }
}
