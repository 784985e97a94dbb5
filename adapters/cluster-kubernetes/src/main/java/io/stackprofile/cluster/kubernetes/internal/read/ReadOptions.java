package io.stackprofile.cluster.kubernetes.internal.read;

import java.util.Optional;
import java.util.function.Function;

/**
 * How to read.
 *
 * @param repositories the URL of the repository that a chart is from, by the chart's name, where nothing else tells it
 * @param recordLimit how many bytes a Helm release's record may have uncompressed
 * @param leftOutLimit how many objects that are no part of a stack are told of one by one
 */
public record ReadOptions(Function<String, Optional<String>> repositories, int recordLimit, int leftOutLimit) {

    /** What suits most. */
    public static ReadOptions standard() {
        return new ReadOptions(chart -> Optional.empty(), 64 * 1024 * 1024, 1_000);
    }
}
