package io.stackprofile.samples.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Forces many files beside each other: a file system writes its own journal once for all that wait for it. */
final class ForcingThreads {

    private static final int THREADS = 8;
    private static final long IDLE_SECONDS = 5;

    private ForcingThreads() {}

    /** One thing to do with a file. */
    interface Step {

        /** Does it. */
        void run() throws IOException;
    }

    /** A few threads, which end when there is nothing to do. */
    static Executor start() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "folder-store-contents");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Returns when every step was taken or has failed. */
    static void all(Executor threads, Collection<Step> steps) throws IOException {
        CompletableFuture<?>[] taken = steps.stream()
                .map(step -> CompletableFuture.runAsync(() -> run(step), threads))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(taken).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw failed.getCause();
            }
            throw e;
        }
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
