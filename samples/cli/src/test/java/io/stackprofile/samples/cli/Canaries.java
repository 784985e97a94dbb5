package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The credentials planted in samples/stacks, and the search for them in what a program leaves behind. */
final class Canaries {

    private final List<String[]> planted;

    private Canaries(List<String[]> planted) {
        this.planted = planted;
    }

    /** Those planted in {@code cluster}; the weak kinds are common words that may rightly stand elsewhere. */
    static Canaries of(Path stacks, String... clusters) throws IOException {
        List<String[]> rows = Files.readAllLines(stacks.resolve("planted.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(row -> List.of(clusters).contains(row[0]) && !row[2].startsWith("weak-"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(40);
        return new Canaries(rows);
    }

    /** These rows of cluster, member, kind and secret. */
    static Canaries of(List<String[]> rows) {
        return new Canaries(rows);
    }

    void assertAbsentFrom(String what, String text) {
        List<String> found = planted.stream()
                .filter(row -> spellings(row[3]).stream().anyMatch(text::contains))
                .map(row -> row[0] + "/" + row[1] + " " + row[2])
                .distinct()
                .toList();
        assertThat(found).as("planted credentials in " + what).isEmpty();
    }

    void assertAbsentFromFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> assertAbsentFrom(file.toString(), bytesAsText(file)));
        }
    }

    /** Every value of every row, decompressed where it is compressed: no search of the file's bytes sees into those. */
    void assertAbsentFromRows(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    connection.createStatement().executeQuery("select name from sqlite_master where type = 'table'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(4);
            for (String table : tables) {
                assertAbsentFrom("table " + table, rowsOf(connection, table));
            }
        }
    }

    private static String rowsOf(Connection connection, String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (ResultSet rows = connection.createStatement().executeQuery("select * from \"" + table + "\"")) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    Object value = rows.getObject(column);
                    all.append(value instanceof byte[] bytes ? inflated(bytes) : String.valueOf(value))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }

    private static String inflated(byte[] bytes) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] buffer = new byte[1 << 22];
            int length = inflater.inflate(buffer);
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        } catch (DataFormatException plain) {
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            inflater.end();
        }
    }

    /** As it is, and in base64 wherever in a longer text it may stand: the ends that neighbours change are left off. */
    private static List<String> spellings(String secret) {
        List<String> spellings = new ArrayList<>(List.of(secret));
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = ("xyz".substring(0, offset) + secret).getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = offset == 0 ? 0 : offset + 1;
            spellings.add(encoded.substring(from, encoded.length() - (shifted.length % 3 == 0 ? 0 : 1)));
        }
        return spellings;
    }

    private static String bytesAsText(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
