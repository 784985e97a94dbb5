package io.stackprofile.core.internal.secret;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.spi.secret.SecretResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Resolves {@code file:PATH}: the file's bytes, less one trailing line end, which editors add. */
public final class FileSecrets implements SecretResolver {

    /** Larger than any credential; a wrong path to a disk image must not fill the memory. */
    private static final long MAX_BYTES = 1024 * 1024;

    @Override
    public Optional<SecretValue> resolve(String organisation, SecretRef ref) {
        if (!ref.scheme().equals("file")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(ref.locator());
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            if (Files.size(path) > MAX_BYTES) {
                throw unreadable(ref, "is larger than 1 MiB");
            }
            return Optional.of(withoutLineEnd(Files.readAllBytes(path)));
        } catch (InvalidPathException e) {
            throw unreadable(ref, "is not a path");
        } catch (IOException e) {
            throw unreadable(ref, "cannot be read");
        }
    }

    private static SecretValue withoutLineEnd(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        byte[] trimmed = Arrays.copyOf(bytes, end);
        Arrays.fill(bytes, (byte) 0);
        SecretValue value = SecretValue.of(trimmed);
        Arrays.fill(trimmed, (byte) 0);
        return value;
    }

    private static SecretException unreadable(SecretRef ref, String why) {
        return new SecretException(
                ErrorCode.SECRET_UNRESOLVED,
                "the secret reference " + ref + " " + why,
                "Point it at a readable file that holds the secret alone.",
                Location.unknown());
    }
}
