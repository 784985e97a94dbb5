package io.stackprofile.cluster.kubernetes.internal.commit;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.spi.cluster.SecretPlace;
import io.stackprofile.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Writes a secret as its place wants it. */
final class SecretEncoding {

    private static final String HEX = "0123456789ABCDEF";

    private SecretEncoding() {}

    /** The text that belongs at a place; {@code plain} is left as it is. */
    static String encode(byte[] plain, SecretPlace place) {
        byte[] at = plain.clone();
        for (String filter : place.filters()) {
            byte[] next = step(at, filter, place.parameter());
            Arrays.fill(at, (byte) 0);
            at = next;
        }
        String text = text(at);
        Arrays.fill(at, (byte) 0);
        return text;
    }

    private static byte[] step(byte[] plain, String filter, String parameter) {
        return switch (filter) {
            case "base64" -> Base64.getEncoder().encode(plain);
            case "json" -> json(plain).getBytes(StandardCharsets.UTF_8);
            case "jsontext" -> withoutQuotes(json(plain)).getBytes(StandardCharsets.UTF_8);
            case "urlencode" -> percent(plain).getBytes(StandardCharsets.US_ASCII);
            default ->
                throw new SecretException(
                        ErrorCode.INVALID_PLACEHOLDER,
                        "the secret of parameter '" + parameter + "' is wanted in an encoding that is not known",
                        "Use base64, json, jsontext or urlencode.",
                        Location.unknown());
        };
    }

    private static String text(byte[] plain) {
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** A whole JSON string, quotes included. */
    private static String json(byte[] plain) {
        return YamlValue.of(text(plain)).json();
    }

    private static String withoutQuotes(String json) {
        return json.substring(1, json.length() - 1);
    }

    /** RFC 3986: all but the unreserved characters, byte by byte. */
    private static String percent(byte[] plain) {
        StringBuilder out = new StringBuilder(plain.length + 8);
        for (byte b : plain) {
            int c = b & 0xFF;
            boolean unreserved = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~".indexOf(c) >= 0;
            if (unreserved) {
                out.append((char) c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }
}
