package io.stackprofile.core.internal.tree;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.List;

/** Reads a table that stands beside a class: a row on a line, cells apart by tabs, comments after {@code #}. */
public final class TableFile {

    private TableFile() {}

    /** The rows of the resource {@code name} beside {@code owner}, each of {@code columns} cells. */
    public static List<List<String>> rows(Class<?> owner, String name, int columns) {
        return Resources.lines(owner, name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> row(name, line, columns))
                .toList();
    }

    private static List<String> row(String name, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException(name + ": a row has " + cells.size() + " cells, not " + columns);
        }
        return cells;
    }
}
