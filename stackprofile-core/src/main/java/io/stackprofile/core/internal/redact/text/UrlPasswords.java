package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding as a placeholder's {@code urlencode} writes it: everything but RFC 3986's unreserved characters. */
public final class UrlPasswords {

    private UrlPasswords() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** The decoded text, if encoding it again gives {@code encoded} back. */
    public static Optional<String> decode(String encoded) {
        try {
            String decoded = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
            return encode(decoded).equals(encoded) ? Optional.of(decoded) : Optional.empty();
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /** A password found in a URL, with the filter that writes it back as it stood. */
    public static Hit decoded(Hit hit) {
        return decode(hit.secret())
                .map(plain -> new Hit(
                        hit.from(),
                        hit.to(),
                        plain,
                        Filter.URLENCODE,
                        hit.rule(),
                        hit.reason(),
                        hit.confidence(),
                        hit.label()))
                .orElse(hit);
    }
}
