package io.stackprofile.core.internal.parameterise;

import io.stackprofile.parameter.ParameterValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a range of text is within one component of a URL, where a value is percent-encoded. */
final class UrlText {

    static final Pattern URL =
            Pattern.compile("(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}+://([^/?#\\s\"'<>]*+)([^\\s\"'<>]*+)");

    // By where each begins.
    private final TreeMap<Integer, MatchResult> urls = new TreeMap<>();

    /** Finds the URLs of a text once, for a part may stand in it thousands of times. */
    UrlText(String masked) {
        Matcher url = URL.matcher(masked);
        while (url.find()) {
            urls.put(url.start(), url.toMatchResult());
        }
    }

    /** A range within a path segment, a query's name or value, a fragment, or a user's name. */
    Optional<PartOfScalar.Encoded> component(String text, int from, int to) {
        Map.Entry<Integer, MatchResult> before = urls.floorEntry(from);
        if (before == null || to > before.getValue().end()) {
            return Optional.empty();
        }
        MatchResult url = before.getValue();
        String part = text.substring(from, to);
        boolean user = to <= url.start(1) + url.group(1).lastIndexOf('@') && from >= url.start(1);
        boolean encoded = (user || from >= url.start(2)) && !hasDelimiter(part);
        return encoded
                ? decoded(part).map(value -> new PartOfScalar.Encoded(from, to, "urlencode", ParameterValue.of(value)))
                : Optional.empty();
    }

    private static boolean hasDelimiter(String part) {
        return part.chars().anyMatch(c -> "/?#&=:@;,".indexOf(c) >= 0);
    }

    private static Optional<String> decoded(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c > '~') {
                return Optional.empty();
            }
            int octet = c == '%' ? octet(part, i) : c;
            if (octet < 0) {
                return Optional.empty();
            }
            bytes.write(octet);
            i += c == '%' ? 2 : 0;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    private static int octet(String part, int at) {
        if (at + 3 > part.length()) {
            return -1;
        }
        int high = Character.digit(part.charAt(at + 1), 16);
        int low = Character.digit(part.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
