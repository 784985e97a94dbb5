package io.stackprofile.cluster.kubernetes.internal.helm;

import com.fasterxml.jackson.databind.JsonNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What Helm writes into {@code release}: JSON, compressed with gzip, in base64. The first records of Helm 3 were not
 * compressed. A Secret's data is in base64 once more.
 */
final class ReleasePayload {

    private ReleasePayload() {}

    /**
     * Reads a record.
     *
     * @param limit how many bytes it may have uncompressed
     */
    static JsonNode of(JsonNode record, int limit) throws RecordException {
        String text = Json.text(record, "data", "release")
                .filter(data -> !data.isBlank())
                .orElseThrow(() -> new RecordException("has no data under 'release'"));
        byte[] content = decoded(text);
        if (record.path("kind").asText().equals("Secret")) {
            content = decoded(new String(content, StandardCharsets.ISO_8859_1));
        }
        String json = new String(compressed(content) ? expanded(content, limit) : content, StandardCharsets.UTF_8);
        return Json.read(json)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new RecordException("does not hold JSON, or holds it too deep"));
    }

    private static byte[] decoded(String text) throws RecordException {
        try {
            return Base64.getMimeDecoder().decode(strict(text));
        } catch (IllegalArgumentException malformed) {
            throw new RecordException("is not base64");
        }
    }

    // The decoder for MIME skips what is no base64; line breaks are all that may be skipped.
    private static String strict(String text) {
        if (!text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/=\r\n".indexOf(c) >= 0))) {
            throw new IllegalArgumentException("not base64");
        }
        return text;
    }

    private static boolean compressed(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b && content[2] == 0x08;
    }

    private static byte[] expanded(byte[] content, int limit) throws RecordException {
        Optional<byte[]> expanded;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            expanded = Optional.of(in.readNBytes(limit + 1));
        } catch (IOException damaged) {
            throw new RecordException("is not whole: its compressed content is damaged");
        }
        return expanded.filter(bytes -> bytes.length <= limit)
                .orElseThrow(() -> new RecordException("has more than " + limit + " bytes uncompressed"));
    }
}
