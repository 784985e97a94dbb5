package io.stackprofile.samples.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.PageRequest;
import io.stackprofile.testkit.TextDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyThreadsTest {

    private static final int THREADS = 8;
    private static final int WRITES = 40;

    @TempDir
    private Path temporary;

    @Test
    void what_gathers_while_a_frame_is_on_its_way_is_forced_together() throws Exception {
        CountDownLatch gathered = new CountDownLatch(1 + THREADS);
        GatedDisk disk = new GatedDisk(gathered);
        FolderStore store = FolderStore.open(disk, Path.of("/disk/store"), 1 << 20, Runnable::run);
        disk.gate();
        ExecutorService threads = Executors.newFixedThreadPool(1 + THREADS);
        List<Future<?>> writes = new ArrayList<>();
        for (int n = 0; n <= THREADS; n++) {
            int draft = n;
            writes.add(threads.submit(() -> {
                gathered.countDown();
                store.drafts().create(SampleRecords.draft(draft, "acme", 1, "{}"));
            }));
        }
        for (Future<?> write : writes) {
            write.get();
        }
        threads.shutdown();
        assertThat(disk.forces.get()).isLessThan(1 + THREADS);
        assertThat(store.drafts().page("acme", PageRequest.first()).items()).hasSize(1 + THREADS);
    }

    @Test
    void a_thread_that_is_interrupted_disturbs_no_other() throws Exception {
        try (FolderStore store = FolderStore.open(temporary.resolve("store"))) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<Boolean>> interrupted = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int of = thread;
                interrupted.add(threads.submit(() -> {
                    if (of % 2 == 0) {
                        Thread.currentThread().interrupt();
                    }
                    write(store, of);
                    return Thread.interrupted();
                }));
            }
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(interrupted.get(thread).get()).isEqualTo(thread % 2 == 0);
            }
            threads.shutdown();
        }
        try (FolderStore again = FolderStore.open(temporary.resolve("store"))) {
            assertThat(again.drafts().page("acme", PageRequest.first(500)).items())
                    .hasSize(THREADS * WRITES);
        }
    }

    private static void write(FolderStore store, int thread) {
        for (int n = 0; n < WRITES; n++) {
            String text = thread + "/" + n + "\n";
            Digest digest = TextDigest.of(text);
            if (n % 8 == 0) {
                store.contents().putAll("acme", Map.of(digest, text), SampleRecords.NOON);
            }
            store.drafts().create(SampleRecords.draft(thread * WRITES + n, "acme", 1, text, digest));
            store.drafts().page("acme", PageRequest.first(3));
        }
    }

    /** Forces nothing from some moment on until every thread has come. */
    private static final class GatedDisk extends ForwardingDisk {

        private final CountDownLatch gathered;
        private final AtomicInteger forces = new AtomicInteger();
        private volatile boolean gated;

        GatedDisk(CountDownLatch gathered) {
            super(new SimulatedDisk(Path.of("/disk")));
            this.gathered = gathered;
        }

        void gate() {
            gated = true;
        }

        @Override
        public void forceFile(Path file) throws IOException {
            if (gated) {
                forces.incrementAndGet();
                awaitAll();
            }
            super.forceFile(file);
        }

        private void awaitAll() throws IOException {
            try {
                gathered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
