package io.stackprofile.core.internal.format;

import java.net.URI;
import java.net.URISyntaxException;

/** Absolute URLs with a host. */
final class Urls {

    private Urls() {}

    static boolean isUrl(String text) {
        // java.net.URI takes letters beyond ASCII, which RFC 3986 does not.
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && uri.getHost() != null
                    && !uri.getHost().isEmpty()
                    && uri.getPort() <= 65_535;
        } catch (URISyntaxException noUrl) {
            return false;
        }
    }
}
