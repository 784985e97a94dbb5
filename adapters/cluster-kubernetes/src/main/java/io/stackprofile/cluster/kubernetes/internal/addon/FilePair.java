package io.stackprofile.cluster.kubernetes.internal.addon;

import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.SecretPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two files of an add-on that someone else installs.
 *
 * @param folder where they go
 * @param chart the text of {@code chart.yaml}
 * @param values the text of {@code values.yaml}; none where the chart's own are meant
 */
public record FilePair(Path folder, String chart, Optional<String> values) {

    /** An add-on's values as written, with placeholders where secrets belong. */
    public static Optional<String> values(AddonOrder order) {
        return order.addon().values().map(text -> {
            String written = text;
            for (SecretPlace place : order.secrets()) {
                written = written.replace(place.word(), placeholder(place));
            }
            return written;
        });
    }

    /** Writes what is not there yet; each file is whole at any time. */
    public Status write() {
        try {
            boolean fresh = !Files.exists(folder.resolve("chart.yaml"));
            Files.createDirectories(folder);
            boolean valuesChanged = values.isPresent()
                    ? replace("values.yaml", values.get())
                    : Files.deleteIfExists(folder.resolve("values.yaml"));
            boolean chartChanged = replace("chart.yaml", chart);
            return fresh ? Status.CREATED : valuesChanged || chartChanged ? Status.UPDATED : Status.UNCHANGED;
        } catch (IOException failure) {
            throw new ClusterException(
                    ErrorCode.CLUSTER_FAILED,
                    "the add-on's files cannot be written ("
                            + failure.getClass().getSimpleName() + ")",
                    "Check that the folder of the installer is there and may be written.",
                    Location.file(String.valueOf(folder.getFileName())));
        }
    }

    private boolean replace(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Path draft = Files.createTempFile(folder, name, ".new");
        try {
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return true;
    }

    private static String placeholder(SecretPlace place) {
        String filters = place.filters().stream().map(filter -> " | " + filter).reduce("", String::concat);
        return "${{ parameters." + place.parameter() + filters + " }}";
    }

    /** The folder only: values may be confidential. */
    @Override
    public String toString() {
        return "FilePair[" + folder.getFileName() + "]";
    }
}
