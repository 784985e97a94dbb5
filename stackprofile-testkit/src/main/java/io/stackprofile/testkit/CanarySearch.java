package io.stackprofile.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for a secret in an output, as it is and in the encodings in which secrets slip through. */
final class CanarySearch {

    /** Encoded pieces shorter than this are met by chance. */
    private static final int SHORTEST_ENCODED = 6;

    private record Needle(String encoding, String text, boolean ignoreCase) {}

    private final String output;
    private final String lower;
    private final String dense;
    private final String denseLower;

    CanarySearch(CharSequence output) {
        this.output = output.toString();
        this.lower = this.output.toLowerCase(Locale.ROOT);
        this.dense = this.output.replaceAll("\\s+", "");
        this.denseLower = dense.toLowerCase(Locale.ROOT);
    }

    /** The encoding in which the canary is there, if it is. */
    Optional<String> encodingOf(String canary) {
        if (canary.isEmpty()) {
            throw new IllegalArgumentException("a canary has characters to look for");
        }
        return needles(canary).stream()
                .filter(needle ->
                        needle.encoding().equals("as it is") || needle.text().length() >= SHORTEST_ENCODED)
                .filter(this::found)
                .map(Needle::encoding)
                .findFirst();
    }

    private boolean found(Needle needle) {
        if (needle.ignoreCase()) {
            String wanted = needle.text().toLowerCase(Locale.ROOT);
            return lower.contains(wanted) || denseLower.contains(wanted);
        }
        return output.contains(needle.text()) || dense.contains(needle.text());
    }

    private static List<Needle> needles(String canary) {
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(canary, StandardCharsets.UTF_8);
        List<Needle> needles = new ArrayList<>();
        needles.add(new Needle("as it is", canary, false));
        needles.add(new Needle("hex", HexFormat.of().formatHex(bytes), true));
        needles.add(new Needle("percent-encoded", form.replace("+", "%20"), true));
        needles.add(new Needle("form-encoded", form, true));
        needles.add(new Needle("percent-encoded throughout", everyByte(bytes), true));
        needles.add(new Needle("JSON-escaped", json(canary, false), false));
        needles.add(new Needle("JSON-escaped, ASCII only", json(canary, true), true));
        needles.add(new Needle("JSON-escaped, with slashes", json(canary, false).replace("/", "\\/"), false));
        needles.add(new Needle("XML-escaped", xml(canary), false));
        for (int alignment = 0; alignment < 3; alignment++) {
            String encoded = base64(bytes, alignment);
            needles.add(new Needle("base64 at alignment " + alignment, encoded, false));
            String url = encoded.replace('+', '-').replace('/', '_');
            needles.add(new Needle("base64url at alignment " + alignment, url, false));
        }
        return needles;
    }

    /** The characters of base64 that depend on these bytes alone when {@code alignment} bytes (mod 3) stand before. */
    private static String base64(byte[] bytes, int alignment) {
        byte[] shifted = new byte[alignment + bytes.length];
        System.arraycopy(bytes, 0, shifted, alignment, bytes.length);
        int first = (alignment * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return Base64.getEncoder().encodeToString(shifted).substring(first, Math.max(first, last));
    }

    private static String everyByte(byte[] bytes) {
        return "%" + HexFormat.ofDelimiter("%").formatHex(bytes);
    }

    private static String json(String canary, boolean ascii) {
        StringBuilder escaped = new StringBuilder();
        canary.chars().forEach(unit -> escaped.append(json(unit, ascii)));
        return escaped.toString();
    }

    private static String json(int unit, boolean ascii) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unit < 0x20 || (ascii && unit > 0x7e) ? "\\u%04x".formatted(unit) : Character.toString(unit);
        };
    }

    private static String xml(String canary) {
        return canary.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
