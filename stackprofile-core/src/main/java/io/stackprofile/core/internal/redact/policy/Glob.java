package io.stackprofile.core.internal.redact.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A glob over segments: {@code *} is any number of characters within one, a segment {@code **} any number of segments.
 * Immutable; matches in time proportional to the product of both lengths at most.
 */
final class Glob {

    private static final String ANY = "**";

    private final List<String> pattern;

    private Glob(List<String> pattern) {
        this.pattern = pattern;
    }

    /** Of {@code manifest/NAME}; a name may have slashes of its own. */
    static Glob ofMember(String glob) {
        return new Glob(List.of(glob.split("/", -1)));
    }

    /** Of an RFC 6901 pointer, or of segments with dots between them. */
    static Glob ofPath(String glob) {
        return new Glob(glob.startsWith("/") ? pointer(glob) : List.of(glob.split("\\.", -1)));
    }

    /** The segments of an RFC 6901 pointer. */
    static List<String> pointer(String pointer) {
        List<String> segments = new ArrayList<>();
        if (!pointer.isEmpty()) {
            for (String segment : pointer.substring(1).split("/", -1)) {
                segments.add(segment.replace("~1", "/").replace("~0", "~"));
            }
        }
        return segments;
    }

    boolean matches(List<String> segments) {
        // reached[i]: the pattern up to its i-th segment matches what was read so far.
        boolean[] reached = new boolean[pattern.size() + 1];
        reached[0] = true;
        passAny(reached);
        for (String segment : segments) {
            boolean[] next = new boolean[reached.length];
            for (int i = 0; i < pattern.size(); i++) {
                String wanted = pattern.get(i);
                if (wanted.equals(ANY)) {
                    next[i] |= reached[i];
                    next[i + 1] |= reached[i];
                } else {
                    next[i + 1] |= reached[i] && within(wanted, segment);
                }
            }
            passAny(next);
            reached = next;
        }
        return reached[pattern.size()];
    }

    // ** may stand for no segment at all.
    private void passAny(boolean[] reached) {
        for (int i = 0; i < pattern.size(); i++) {
            reached[i + 1] |= reached[i] && pattern.get(i).equals(ANY);
        }
    }

    private static boolean within(String wanted, String segment) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int w = 0;
        while (at < segment.length()) {
            if (w < wanted.length() && wanted.charAt(w) == '*') {
                star = w++;
                retry = at;
            } else if (w < wanted.length() && wanted.charAt(w) == segment.charAt(at)) {
                w++;
                at++;
            } else if (star >= 0) {
                w = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (w < wanted.length() && wanted.charAt(w) == '*') {
            w++;
        }
        return w == wanted.length();
    }
}
