package io.stackprofile.core.internal.format;

import com.google.re2j.Pattern;

/** Addresses, networks and ports. Leading zeros are refused: readers disagree whether they mean octal. */
final class Addresses {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,4}");
    private static final int LONGEST_IPV6 = 45;

    private Addresses() {}

    static boolean isIpv4(String text) {
        return IPV4.matches(text);
    }

    /** RFC 4291 section 2.2: eight groups, one run of zero groups as {@code ::}, the last 32 bits maybe as IPv4. */
    static boolean isIpv6(String text) {
        if (text.length() > LONGEST_IPV6) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before, false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left >= 0 && right >= 0 && left + right <= 7;
    }

    /** How many groups of 16 bits there are; -1 when one is none. */
    private static int groups(String text, boolean ipv4Last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matches(parts[i])) {
                count++;
            } else if (ipv4Last && i == parts.length - 1 && isIpv4(parts[i])) {
                count += 2;
            } else {
                return -1;
            }
        }
        return count;
    }

    /** RFC 4632 and RFC 4291 section 2.3: an address, a slash, and how many bits of it are the network. */
    static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !NUMBER.matches(text.substring(slash + 1))) {
            return false;
        }
        String address = text.substring(0, slash);
        int bits = Integer.parseInt(text.substring(slash + 1));
        return isIpv4(address) ? bits <= 32 : isIpv6(address) && bits <= 128;
    }

    static boolean isPort(String text) {
        return NUMBER.matches(text) && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }
}
