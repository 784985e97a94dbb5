package io.stackprofile.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** How small a heap a capture gets by with: what it takes at its peak, garbage not counted. */
final class SmallestHeap {

    private static final List<Integer> MEGABYTES =
            List.of(32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048);

    private SmallestHeap() {}

    /** Captures the stack that the argument names, once. */
    public static void main(String[] arguments) {
        CaptureBenchmark capture = new CaptureBenchmark();
        capture.stack = arguments[0];
        capture.put();
        capture.capture();
    }

    /** The first of a row of sizes, in megabytes, in which a capture of {@code stack} ends. */
    static OptionalInt of(String stack) throws IOException {
        for (int size : MEGABYTES) {
            if (captured(stack, size)) {
                return OptionalInt.of(size);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean captured(String stack, int megabytes) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-Dstackprofile.root=" + System.getProperty("stackprofile.root", ".."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallestHeap.class.getName(),
                        stack)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
