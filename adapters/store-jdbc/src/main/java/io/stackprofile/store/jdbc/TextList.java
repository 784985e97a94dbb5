package io.stackprofile.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/** A list of strings as a JSON array in ASCII, so that any string keeps every character in a text column. */
final class TextList {

    private TextList() {}

    static String write(List<String> items) {
        StringBuilder json = new StringBuilder("[");
        for (String item : items) {
            json.append(json.length() > 1 ? "," : "").append('"');
            item.chars().forEach(unit -> append(json, (char) unit));
            json.append('"');
        }
        return json.append(']').toString();
    }

    /**
     * Reads what {@link #write} wrote; no other JSON.
     *
     * @throws IndexOutOfBoundsException or {@link NumberFormatException} for other text
     */
    static List<String> read(String json) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean inside = false;
        for (int i = 1; i < json.length() - 1; i++) {
            char unit = json.charAt(i);
            if (unit == '"') {
                if (inside) {
                    items.add(item.toString());
                    item.setLength(0);
                }
                inside = !inside;
            } else if (unit != '\\') {
                if (inside) {
                    item.append(unit);
                }
            } else if (json.charAt(i + 1) == 'u') {
                item.append((char) Integer.parseInt(json, i + 2, i + 6, 16));
                i += 5;
            } else {
                item.append(json.charAt(i + 1));
                i++;
            }
        }
        return items;
    }

    private static void append(StringBuilder json, char unit) {
        if (unit == '"' || unit == '\\') {
            json.append('\\').append(unit);
        } else if (unit >= ' ' && unit <= '~') {
            json.append(unit);
        } else {
            json.append("\\u").append(String.format("%04x", (int) unit));
        }
    }
}
