package io.stackprofile.samples.store;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a journal's file is called and begins: a line that says what it is, in which format, and of which store. */
final class JournalFile {

    private static final Pattern NAME = Pattern.compile("journal-(\\d{8})");
    private static final Pattern LINE = Pattern.compile("stackprofile folder store (\\d{4}) ([0-9a-f-]{36})\n");
    private static final int FORMAT = 2;

    private JournalFile() {}

    static String name(int number) {
        return String.format(Locale.ROOT, "journal-%08d", number);
    }

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a journal's name");
        }
        return Integer.parseInt(matcher.group(1));
    }

    static byte[] firstLine(UUID store) {
        return ("stackprofile folder store " + String.format(Locale.ROOT, "%04d", FORMAT) + " " + store + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the first frame begins. */
    static int start() {
        return firstLine(new UUID(0, 0)).length;
    }

    /** Which store a journal is of. */
    static UUID store(Disk disk, Path file) throws IOException {
        String line = new String(disk.read(file, 0, start()), StandardCharsets.ISO_8859_1);
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw refusal(file, "is not a journal of this store", "Name another folder, or restore this one.");
        }
        if (Integer.parseInt(matcher.group(1)) > FORMAT) {
            throw refusal(file, "was written by a later version", "Use that version, or a later one.");
        }
        if (Integer.parseInt(matcher.group(1)) < FORMAT) {
            throw refusal(file, "was written by an earlier version", "Copy the store with that version.");
        }
        return UUID.fromString(matcher.group(2));
    }

    private static InvalidContentException refusal(Path file, String problem, String remedy) {
        return new InvalidContentException(
                ErrorCode.UNSUPPORTED_FORMAT,
                "the file " + problem + "; nothing was changed",
                remedy,
                Location.file(file.toString()));
    }
}
