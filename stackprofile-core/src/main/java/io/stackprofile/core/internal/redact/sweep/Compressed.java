package io.stackprofile.core.internal.redact.sweep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What is compressed inside a text, as in the release that Helm keeps or a ConfigMap's binary data: gzip as base64, once
 * or twice over. A secret in there has no form of its own to search for, so the content is read.
 *
 * @param start where the base64 begins
 * @param end where it ends, exclusive
 * @param content what was compressed
 */
record Compressed(int start, int end, String content) {

    // The header of gzip in base64, and that again in base64.
    private static final List<String> HEADS = List.of("H4sI", "SDRzS");
    private static final int LARGEST = 16 * 1024 * 1024;

    /** Everything compressed in a text without white space. */
    static List<Compressed> in(String dense) {
        List<Compressed> found = new ArrayList<>();
        for (String head : HEADS) {
            int at = dense.indexOf(head);
            while (at >= 0) {
                int end = runEnd(dense, at);
                String content = content(dense.substring(at, end), head);
                if (!content.isEmpty()) {
                    found.add(new Compressed(at, end, content));
                }
                at = dense.indexOf(head, end);
            }
        }
        return found;
    }

    private static String content(String base64, String head) {
        byte[] bytes = Base64.getDecoder().decode(base64.substring(0, base64.length() & ~3));
        return head.equals(HEADS.get(0)) ? inflated(bytes) : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    // What stands before damage, or beyond what is read, is searched all the same.
    private static String inflated(byte[] gzip) {
        StringBuilder content = new StringBuilder();
        byte[] buffer = new byte[8192];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            for (int read = in.read(buffer); read >= 0 && content.length() < LARGEST; read = in.read(buffer)) {
                content.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException damaged) {
            return utf8(content);
        }
        return utf8(content);
    }

    private static String utf8(StringBuilder bytes) {
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '+' || c == '/';
    }

    /** Says where, not what. */
    @Override
    public String toString() {
        return "Compressed[" + start + "]";
    }
}
