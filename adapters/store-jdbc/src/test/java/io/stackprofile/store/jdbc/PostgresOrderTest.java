package io.stackprofile.store.jdbc;

import static io.stackprofile.store.jdbc.Records.NOON;
import static io.stackprofile.store.jdbc.Records.digest;
import static io.stackprofile.store.jdbc.Records.instance;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.instantiation.InstantiationStatus;
import io.stackprofile.spi.store.InstantiationRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows are locked in one order, so that nothing deadlocks: no transaction is ever run again here. */
class PostgresOrderTest {

    private static final int ROUNDS = 25;
    private static final PostgresqlOptions ONE_ATTEMPT =
            PostgresqlOptions.builder().retries(0).build();

    private static void atOnce(List<Callable<Boolean>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> work : works) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<Boolean> each : running) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void puts_of_the_same_texts_in_opposite_orders_and_sweeps_do_not_deadlock() throws Exception {
        List<String> texts = IntStream.range(0, 300).mapToObj(n -> "text " + n).toList();
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        try (JdbcStore store = JdbcStore.postgresql(PostgresPools.emptied(), ONE_ATTEMPT)) {
            for (int round = 0; round < ROUNDS; round++) {
                int now = round;
                atOnce(List.of(
                        () -> put(store, texts, now),
                        () -> put(store, reversed, now),
                        () -> store.contents().sweep("acme", NOON.plusSeconds(now)) >= 0));
            }
            assertThat(store.contents().getAll("acme", digests(texts))).hasSize(texts.size());
        }
    }

    private static boolean put(JdbcStore store, List<String> texts, int second) {
        Map<Digest, String> contents = new LinkedHashMap<>();
        texts.forEach(text -> contents.put(digest(text), text));
        store.contents().putAll("acme", contents, NOON.plusSeconds(second));
        return true;
    }

    private static List<Digest> digests(List<String> texts) {
        return texts.stream().map(Records::digest).toList();
    }

    @Test
    void instances_that_move_between_versions_in_opposite_directions_do_not_deadlock() throws Exception {
        try (JdbcStore store = JdbcStore.postgresql(PostgresPools.emptied(), ONE_ATTEMPT)) {
            store.instantiations().create(at(1, 1, 1));
            store.instantiations().create(at(2, 1, 2));
            atOnce(List.of(() -> moves(store, 1), () -> moves(store, 2)));
            assertThat(store.instantiations().instanceCount(Records.profileId(1)))
                    .isEqualTo(2);
            assertThat(store.instantiations().outdatedCount("acme", Records.profileId(1), 2))
                    .isEqualTo(1);
        }
    }

    /** Ends on the version where it began. */
    private static boolean moves(JdbcStore store, int n) {
        for (int revision = 2; revision <= 2 * ROUNDS + 1; revision++) {
            store.instantiations().update(revision - 1, at(n, revision, (n + revision) % 2 == 0 ? 1 : 2));
        }
        return true;
    }

    private static InstantiationRecord at(int n, long revision, int version) {
        return instance(n, revision, "acme", "staging")
                .version(version)
                .status(InstantiationStatus.DEPLOYED)
                .build();
    }
}
