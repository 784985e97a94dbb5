package io.stackprofile;

import java.util.Locale;
import java.util.regex.Pattern;

/** The shapes of names, in one place. */
public final class Names {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Names() {}

    /**
     * Requires an RFC 1123 label: 1 to 63 of {@code a-z 0-9 -}, no hyphen at either end.
     *
     * @throws IllegalArgumentException naming {@code field}
     */
    public static String label(String field, String name) {
        if (!isLabel(name)) {
            throw new IllegalArgumentException(
                    field + " must be an RFC 1123 label: 1 to 63 of a-z, 0-9 and '-', no '-' at either end");
        }
        return name;
    }

    /** Whether {@code name} is an RFC 1123 label. */
    public static boolean isLabel(String name) {
        return LABEL.matcher(name).matches();
    }

    /**
     * Requires a profile's name: an RFC 1123 label that is not shaped like a UUID, so that names and ids never mix.
     *
     * @throws IllegalArgumentException naming {@code field}
     */
    public static String profile(String field, String name) {
        if (isUuid(name)) {
            throw new IllegalArgumentException(field + " must not be shaped like a UUID");
        }
        return label(field, name);
    }

    /**
     * Requires a parameter's name: a letter, then up to 62 letters, digits or underscores.
     *
     * @throws IllegalArgumentException naming {@code field}
     */
    public static String parameter(String field, String name) {
        if (!isParameter(name)) {
            throw new IllegalArgumentException(
                    field + " must be a letter followed by up to 62 letters, digits or underscores");
        }
        return name;
    }

    /** Whether {@code name} is a parameter's name. */
    public static boolean isParameter(String name) {
        return PARAMETER.matcher(name).matches();
    }

    /**
     * Requires a channel's name: a lower-case letter, then up to 31 of {@code a-z 0-9 -}.
     *
     * @throws IllegalArgumentException naming {@code field}
     */
    public static String channel(String field, String name) {
        if (!CHANNEL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    field + " must be a lower-case letter followed by up to 31 of a-z, 0-9 and '-'");
        }
        return name;
    }

    /** Whether {@code text} has the shape of a UUID. */
    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** The RFC 1123 label nearest to {@code text}: lower case, other characters as hyphens; {@code "stack"} if none is left. */
    public static String normalise(String text) {
        String label =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (label.length() > 63) {
            label = label.substring(0, 63).replaceAll("-+$", "");
        }
        return label.isEmpty() ? "stack" : label;
    }
}
