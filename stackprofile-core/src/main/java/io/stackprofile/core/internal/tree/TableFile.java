package io.stackprofile.core.internal.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a table that stands beside a class: a row on a line, cells apart by tabs, comments after {@code #}. */
public final class TableFile {

    private TableFile() {}

    /** The rows of the resource {@code name} beside {@code owner}, each of {@code columns} cells. */
    public static List<List<String>> rows(Class<?> owner, String name, int columns) {
        return text(owner, name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> row(name, line, columns))
                .toList();
    }

    /** The text of the resource {@code name} beside {@code owner}. */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> row(String name, String line, int columns) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
            throw new IllegalStateException(name + ": a row has " + cells.size() + " cells, not " + columns);
        }
        return cells;
    }
}
