package io.stackprofile.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.Postgres;
import io.stackprofile.it.StoreKind;
import io.stackprofile.it.crash.KilledChild.Kill;
import io.stackprofile.it.load.Actors;
import io.stackprofile.it.load.Checker;
import io.stackprofile.it.load.Journal;
import io.stackprofile.it.load.Life;
import io.stackprofile.it.load.Reference;
import io.stackprofile.test.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Kills one process after the other over one store, and looks each time whether everything is there. Every fifth process
 * opens a new store and is killed while it does.
 */
final class Rounds {

    private static final int NEW_STORE = 5;
    private static final int OPENING_MILLIS = 400;
    private static final int SHORTEST = 50;
    private static final int LONGEST = 2_500;
    private static final int GO_ON = 8;
    private static final int EARLIER = 10;

    private final String name;
    private final StoreKind kind;
    private final Supplier<String> places;
    private final long seed;
    private final Consumer<Random> outage;

    /** What a call may end with before its process is killed; anything else is a defect. */
    private final Set<ErrorCode> documented;

    private final Reference reference = new Reference();
    private final Journal journal = new Journal();
    private final String place;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> phases = new TreeMap<>();
    private int acknowledgedElsewhere;

    private Rounds(
            String name,
            StoreKind kind,
            Supplier<String> places,
            long seed,
            Consumer<Random> outage,
            Set<ErrorCode> documented) {
        this.documented = documented;
        this.name = name;
        this.kind = kind;
        this.places = places;
        this.seed = seed;
        this.outage = outage;
        this.place = places.get();
    }

    /** Rounds over one kind of store. */
    static Rounds of(StoreKind kind, Path folder, long seed) {
        return new Rounds(
                kind.name(), kind, () -> kind.place(folder), seed, random -> {}, Set.of(ErrorCode.STORE_FAILED));
    }

    /** Rounds over a server that is killed while the process goes on, and started again, before the process is killed. */
    static Rounds killing(PostgresServer server, long seed) {
        return new Rounds(
                "POSTGRES with its server killed",
                StoreKind.POSTGRES,
                () -> Postgres.place(server),
                seed,
                random -> {
                    server.kill();
                    server.restart();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST / 2)));
                },
                Set.of(ErrorCode.STORE_FAILED, ErrorCode.OUTCOME_UNKNOWN));
    }

    /** Runs so many rounds; what happened, in words. */
    String run(int rounds) throws Exception {
        return run(rounds, LONGEST);
    }

    /** Runs so many rounds, of so many milliseconds of work at most. */
    String run(int rounds, int longest) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            Random random = new Random(seed * 1_000 + round);
            if (round % NEW_STORE == 0) {
                openAndKill(round, random);
            } else {
                workAndKill(round, random, longest, round >= rounds - 1);
            }
        }
        assertThat(journal.failures().keySet())
                .as(name + ", how calls failed, seed " + seed)
                .isSubsetOf(documented);
        assertThat(journal.total()).as("operations acknowledged").isPositive();
        return name + ", seed " + seed + ": " + rounds
                + " rounds, " + (journal.total() + acknowledgedElsewhere) + " operations acknowledged, killed " + phases
                + ", others " + outcomes + ", failures " + journal.failures() + ", acknowledged by kind "
                + journal.acknowledged();
    }

    private void openAndKill(int round, Random random) throws Exception {
        String fresh = places.get();
        Journal first = new Journal();
        Kill kill = new Kill(Child.OPENING, random.nextInt(OPENING_MILLIS), () -> {});
        KilledChild.run(kind, fresh, round, seed, kill, first, List.of());
        phases.merge(first.lives().isEmpty() ? "while opening" : "just after opening", 1, Integer::sum);
        check(round, fresh, first, first.lives());
        acknowledgedElsewhere += first.total();
    }

    private void workAndKill(int round, Random random, int longest, boolean last) throws Exception {
        int before = journal.total();
        Kill kill = new Kill(
                Child.ACKNOWLEDGED, SHORTEST + random.nextInt(longest - SHORTEST), () -> outage.accept(random));
        KilledChild.run(kind, place, round, seed, kill, journal, someUnderWay(random));
        phases.merge(journal.total() - before < 10 ? "among the first ten" : "at work", 1, Integer::sum);
        Set<Life> lives = new LinkedHashSet<>(journal.touched());
        lives.addAll(last ? journal.lives() : some(journal.lives(), EARLIER, random));
        check(round, place, journal, lives);
    }

    private List<Life> someUnderWay(Random random) {
        return some(journal.lives().stream().filter(Life::isUnderWay).toList(), GO_ON, random);
    }

    private static List<Life> some(List<Life> lives, int count, Random random) {
        List<Life> mixed = new ArrayList<>(lives);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, Math.min(count, mixed.size()));
    }

    private void check(int round, String where, Journal written, Iterable<Life> lives) {
        kind.settle(where);
        List<Life> all = new ArrayList<>();
        lives.forEach(all::add);
        try (Actors actors = new Actors(kind.openAt(where))) {
            Checker checker = new Checker(actors, reference, written);
            List<String> problems = checker.check(all);
            checker.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
            assertThat(problems)
                    .as(name + ", round " + round + " of seed " + seed)
                    .isEmpty();
        }
    }
}
