package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.next;
import static io.stackprofile.store.jdbc.Records.profile;
import static io.stackprofile.store.jdbc.Records.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.StackProfileException;
import io.stackprofile.spi.store.ProfileFilter;
import io.stackprofile.spi.store.ProfileKey;
import io.stackprofile.spi.store.ProfileRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFileTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("profiles.db");
    }

    @Test
    void two_stores_on_one_file_see_each_other_and_one_of_competing_writers_wins() throws Exception {
        try (JdbcStore one = JdbcStore.sqlite(file());
                JdbcStore two = JdbcStore.sqlite(file())) {
            ProfileRecord created =
                    one.profiles().create("key", profile(1, "platform-baseline").build(), version(1, "{}"));
            assertThat(two.profiles().find("acme", ProfileKey.of(created.id()))).contains(created);
            List<Callable<Object>> appends = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                JdbcStore store = i % 2 == 0 ? one : two;
                String key = "append-" + i;
                appends.add(() -> store.profiles().append(key, 1, next(created).build(), version(2, key)));
            }
            assertThat(together(appends).stream().filter(ProfileRecord.class::isInstance))
                    .hasSize(1);
            assertThat(two.profiles().versions("acme", created.id())).hasSize(2);
            assertThat(one.profiles().find("acme", ProfileKey.of(created.id())))
                    .contains(next(created).build());
        }
    }

    /**
     * Locks are the process's: closing the file anywhere in it gives up those of every store on it. An older SQLite
     * in another process then takes itself for the last user and removes the log that the store goes on writing.
     */
    @Test
    void a_store_keeps_its_locks_when_its_process_opens_the_file_again() throws Exception {
        try (JdbcStore store = JdbcStore.sqlite(file())) {
            store.profiles().create("one", profile(1, "before").build(), version(1, "{}"));
            assertThat(AsksForTheFile.run(file())).isEqualTo(AsksForTheFile.IN_USE);
            JdbcStore.sqlite(file()).close();
            assertThat(AsksForTheFile.run(file())).isEqualTo(AsksForTheFile.IN_USE);
        }
        assertThat(AsksForTheFile.run(file())).isZero();
    }

    @Test
    void writers_of_two_stores_on_one_file_all_get_their_turn() throws Exception {
        try (JdbcStore one = JdbcStore.sqlite(file());
                JdbcStore two = JdbcStore.sqlite(file())) {
            List<Callable<Object>> creates = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                JdbcStore store = i % 2 == 0 ? one : two;
                int n = i;
                creates.add(() -> store.profiles()
                        .create("key-" + n, profile(n, "stack-" + n).build(), version(1, "{}")));
            }
            assertThat(together(creates)).hasOnlyElementsOfType(ProfileRecord.class);
            ProfileFilter all = ProfileFilter.builder().organisation("acme").build();
            assertThat(one.catalogue().count(all)).isEqualTo(40);
        }
    }

    @Test
    void several_engines_may_open_a_new_file_at_once() throws Exception {
        List<Callable<Object>> opens = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            opens.add(() -> JdbcStore.sqlite(file()));
        }
        List<Object> stores = together(opens);
        assertThat(stores).hasOnlyElementsOfType(JdbcStore.class);
        stores.forEach(store -> ((JdbcStore) store).close());
    }

    /** Runs calls at the same moment; what each returned, or the refusal it met. */
    private static List<Object> together(List<Callable<Object>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return call.call();
                    } catch (StackProfileException refusal) {
                        return refusal;
                    }
                }));
            }
            start.countDown();
            List<Object> results = new ArrayList<>();
            for (Future<Object> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
