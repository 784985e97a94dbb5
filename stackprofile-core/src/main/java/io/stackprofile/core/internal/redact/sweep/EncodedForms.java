package io.stackprofile.core.internal.redact.sweep;

import io.stackprofile.core.internal.redact.value.Base64Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every form in which a plaintext may stand in a text, besides those that {@link Escapes} undo: as it is; escaped in JSON
 * that is escaped in its turn; in single quotes of YAML or a shell; as a form's field; in hex; in base64 and base64url at
 * each of the three alignments it may have inside a longer encoded text, the same encoded once more, and in base64 of
 * UTF-16 as Windows writes it. Without white space.
 */
public final class EncodedForms {

    private static final int TELLING = 96;
    private static final int SHORTEST_BINARY = 12;

    private EncodedForms() {}

    public static Set<String> of(String plaintext) {
        Set<String> forms = new LinkedHashSet<>();
        add(forms, plaintext);
        add(forms, jsonEscaped(plaintext));
        add(forms, jsonEscaped(jsonEscaped(plaintext)));
        add(forms, plaintext.replace("'", "''"));
        add(forms, plaintext.replace("'", "'\\''"));
        addUrl(forms, plaintext);
        byte[] bytes = plaintext.getBytes(StandardCharsets.UTF_8);
        addBytes(forms, bytes);
        String stripped = Whitespace.without(plaintext);
        if (!stripped.equals(plaintext)) {
            addBytes(forms, stripped.getBytes(StandardCharsets.UTF_8));
        }
        return forms;
    }

    /** The forms of what a base64 text holds when that is no text. */
    static Set<String> ofContent(String plaintext) {
        Set<String> forms = new LinkedHashSet<>();
        binary(Whitespace.without(plaintext)).ifPresent(content -> addBytes(forms, content));
        return forms;
    }

    // What a Secret holds in base64 and is no text is known by its base64 only; it too may stand in another form.
    private static Optional<byte[]> binary(String plaintext) {
        return Base64Text.bytes(plaintext)
                .filter(content -> content.length >= SHORTEST_BINARY
                        && Base64Text.utf8(content).isEmpty());
    }

    /**
     * How the forms begin that may go on for the rest of an encoded run: base64 of base64, and of UTF-16. They are long,
     * and the beginning tells as much.
     */
    static Set<String> beginnings(String plaintext) {
        Set<String> forms = new LinkedHashSet<>();
        String head = plaintext.length() > TELLING ? plaintext.substring(0, TELLING) : plaintext;
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        for (int inner = 0; inner < 3; inner++) {
            byte[] once = aligned(base64, bytes, inner).getBytes(StandardCharsets.US_ASCII);
            byte[] url = aligned(Base64.getUrlEncoder(), bytes, inner).getBytes(StandardCharsets.US_ASCII);
            for (int outer = 0; outer < 3; outer++) {
                add(forms, aligned(base64, once, outer));
                add(forms, aligned(base64, url, outer));
            }
            add(forms, aligned(base64, head.getBytes(StandardCharsets.UTF_16LE), inner));
        }
        return forms;
    }

    private static void addUrl(Set<String> forms, String plaintext) {
        String form = URLEncoder.encode(plaintext, StandardCharsets.UTF_8);
        add(forms, form);
        String percent = form.replace("+", "%20");
        add(forms, percent);
        add(forms, lowerCaseHex(percent));
    }

    private static String lowerCaseHex(String percent) {
        StringBuilder out = new StringBuilder(percent);
        for (int at = percent.indexOf('%'); at >= 0 && at + 2 < percent.length(); at = percent.indexOf('%', at + 1)) {
            out.setCharAt(at + 1, Character.toLowerCase(percent.charAt(at + 1)));
            out.setCharAt(at + 2, Character.toLowerCase(percent.charAt(at + 2)));
        }
        return out.toString();
    }

    private static void addBytes(Set<String> forms, byte[] bytes) {
        add(forms, HexFormat.of().formatHex(bytes));
        add(forms, HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            add(forms, aligned(Base64.getEncoder().withoutPadding(), bytes, before));
            add(forms, aligned(Base64.getUrlEncoder().withoutPadding(), bytes, before));
        }
    }

    /** The characters that depend on {@code bytes} alone when {@code before} bytes stand before them. */
    private static String aligned(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        String encoded = encoder.encodeToString(padded);
        int from = (before * 8 + 5) / 6;
        int to = padded.length * 8 / 6;
        return from < to ? encoded.substring(from, to) : "";
    }

    public static String jsonEscaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static void add(Set<String> forms, String form) {
        String stripped = Whitespace.without(form);
        if (stripped.length() >= SecretLedger.SHORTEST) {
            forms.add(stripped);
        }
    }
}
