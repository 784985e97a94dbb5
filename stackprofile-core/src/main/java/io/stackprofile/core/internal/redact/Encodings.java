package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.Needle.Form;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every way in which a secret is searched for: raw, escaped, in hexadecimal, in base64 at each alignment, line by line. */
final class Encodings {

    private static final int SHORTEST_LINE = 16;

    private final SecretLedger.Entry entry;
    private final Map<String, Needle> needles = new LinkedHashMap<>();

    private Encodings(SecretLedger.Entry entry) {
        this.entry = entry;
    }

    static Collection<Needle> of(SecretLedger.Entry entry) {
        Encodings encodings = new Encodings(entry);
        encodings.text(entry.secret());
        encodings.bytes(entry.secret().getBytes(StandardCharsets.UTF_8));
        encodings.lines();
        return encodings.needles.values();
    }

    private void text(String secret) {
        add(secret, Form.RAW);
        add(json(secret, false), Form.JSON);
        add(json(secret, true), Form.OTHER);
        add(json(secret, false).replace("/", "\\/"), Form.OTHER);
        add(json(json(secret, false), false), Form.OTHER);
        add(secret.replace("'", "''"), Form.OTHER);
        add(xml(secret), Form.OTHER);
        add(xml(secret).replace("&quot;", "\"").replace("&#39;", "'"), Form.OTHER);
        add(xml(secret).replace("&#39;", "&apos;"), Form.OTHER);
        String url = UrlPasswords.encode(secret);
        add(url, Form.URL);
        add(url.replace("%20", "+"), Form.OTHER);
        add(lowerEscapes(url), Form.OTHER);
    }

    private void bytes(byte[] bytes) {
        add(Base64.getEncoder().encodeToString(bytes), Form.BASE64);
        for (int shift = 0; shift < 3; shift++) {
            String core = base64At(bytes, shift);
            add(core, Form.OTHER);
            add(core.replace('+', '-').replace('/', '_'), Form.OTHER);
        }
        String hex = HexFormat.of().formatHex(bytes);
        add(hex, Form.OTHER);
        add(hex.toUpperCase(Locale.ROOT), Form.OTHER);
    }

    // A key or file of several lines is recognised by its lines, however they are indented, and by its characters
    // alone.
    private void lines() {
        if (entry.secret().indexOf('\n') < 0) {
            return;
        }
        entry.secret().lines().map(String::strip).forEach(line -> {
            if (line.length() >= SHORTEST_LINE && ValueShape.generated(line)) {
                add(line, Form.OTHER);
            }
        });
        add(entry.secret().replaceAll("\\s+", ""), Form.OTHER);
    }

    // The characters that depend on the secret alone when it stands some bytes after the start of what is encoded.
    private static String base64At(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (shift * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return encoded.substring(from, to);
    }

    private void add(String text, Form form) {
        if (text.length() >= SecretLedger.SHORTEST) {
            needles.putIfAbsent(text, new Needle(text, form, entry));
        }
    }

    static String json(String text, boolean html) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '>', '&', '\'' -> out.append(html ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.toString();
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String lowerEscapes(String url) {
        StringBuilder out = new StringBuilder(url);
        for (int i = out.indexOf("%"); i >= 0; i = out.indexOf("%", i + 1)) {
            out.replace(i + 1, i + 3, out.substring(i + 1, i + 3).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }
}
