package io.stackprofile.core.internal.redact.text;

/** What the entities and character references of XML mean. */
final class MarkupEntity {

    private MarkupEntity() {}

    /** The character; empty for an entity that only a document type would explain, or one outside the first plane. */
    static String meaning(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? reference(name) : "";
        };
    }

    private static String reference(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && Character.isBmpCodePoint(code) ? String.valueOf((char) code) : "";
        } catch (NumberFormatException none) {
            return "";
        }
    }
}
