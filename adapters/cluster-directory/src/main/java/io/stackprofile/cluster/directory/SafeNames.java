package io.stackprofile.cluster.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes file names of members' and stacks' names, on every file system, different ones of different names. */
final class SafeNames {

    private static final Pattern SAFE = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?");
    private static final int KEPT = 80;

    private SafeNames() {}

    /** The name itself where it is safe, else what can be kept of it and a hash that tells it from others. */
    static String file(String name) {
        if (SAFE.matcher(name).matches()) {
            return name;
        }
        String kept = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("\\.\\.+", ".")
                .replaceAll("^[._-]+", "");
        return kept.substring(0, Math.min(kept.length(), KEPT)) + "-" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
