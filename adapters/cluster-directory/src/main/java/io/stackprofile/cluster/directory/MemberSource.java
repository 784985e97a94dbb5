package io.stackprofile.cluster.directory;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a member's text comes from, and the text.
 *
 * @param form how it is given
 * @param key the entry's key that gives it; empty for {@link Form#NONE}
 * @param path the file, for {@link Form#FILE}
 * @param text the text; empty for {@link Form#NONE}
 */
record MemberSource(Form form, String key, Optional<String> path, Optional<String> text) {

    static final String FROM_FILE = "from_file";
    static final String BASE64 = "manifest_base64";

    /** How a text is given. */
    enum Form {
        /** In a file of its own. */
        FILE,
        /** In the entry. */
        INLINE,
        /** In the entry, base64. */
        BASE64,
        /** Not at all: an add-on with its chart's defaults. */
        NONE
    }

    /** No text. */
    static final MemberSource NONE = new MemberSource(Form.NONE, "", Optional.empty(), Optional.empty());

    /**
     * Reads the one of {@code keys} that {@code holder} has.
     *
     * @throws InvalidContentException when it has two of them
     */
    static MemberSource read(Folder folder, Entry holder, List<String> keys, String what) {
        List<String> given =
                keys.stream().filter(key -> holder.field(key).isPresent()).toList();
        if (given.size() > 1) {
            throw Refusals.malformed(
                    what + " names two sources: " + String.join(" and ", given), "Keep one.", holder.at(given.get(1)));
        }
        return given.isEmpty() ? NONE : read(folder, holder, given.get(0));
    }

    private static MemberSource read(Folder folder, Entry holder, String key) {
        Location at = holder.at(key);
        String written = holder.text(key).orElse("");
        if (key.equals(FROM_FILE)) {
            String path = folder.find(holder.file().path(), written, at);
            return new MemberSource(Form.FILE, key, Optional.of(path), Optional.of(folder.memberText(path, at)));
        }
        boolean encoded = key.equals(BASE64);
        String text = encoded ? decode(written, at) : written;
        if (text.length() > folder.limits().memberSize()) {
            throw Refusals.limit(
                    "the text of '" + key + "' is larger",
                    "memberSize",
                    folder.limits().memberSize(),
                    at);
        }
        return new MemberSource(encoded ? Form.BASE64 : Form.INLINE, key, Optional.empty(), Optional.of(text));
    }

    private static String decode(String written, Location at) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(written.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw Refusals.malformed("'" + BASE64 + "' is not base64", "Encode the manifest with base64.", at);
        }
        return Utf8.decode(bytes, at);
    }
}
