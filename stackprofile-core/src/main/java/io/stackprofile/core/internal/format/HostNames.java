package io.stackprofile.core.internal.format;

import com.google.re2j.Pattern;

/** Host names of RFC 1123 as Kubernetes takes them, and the mail addresses that end in one. */
final class HostNames {

    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    // RFC 5321 dot-atom, and a domain in either case.
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private HostNames() {}

    static boolean isLabel(String text) {
        return text.length() <= 63 && LABEL.matches(text);
    }

    static boolean isSubdomain(String text) {
        return text.length() <= LONGEST && SUBDOMAIN.matches(text);
    }

    /** RFC 5321 4.5.3.1: 64 characters before the at sign, 254 in all. */
    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= 64
                && text.length() <= 254
                && LOCAL.matches(text.substring(0, at))
                && isSubdomain(lowerCase(text.substring(at + 1)));
    }

    // Letters of ASCII alone: others have lower-case forms within ASCII.
    private static String lowerCase(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.setCharAt(i, (char) (c + 32));
            }
        }
        return out.toString();
    }
}
