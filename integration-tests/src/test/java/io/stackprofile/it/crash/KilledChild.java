package io.stackprofile.it.crash;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.StoreKind;
import io.stackprofile.it.load.Changes;
import io.stackprofile.it.load.Content;
import io.stackprofile.it.load.Journal;
import io.stackprofile.it.load.Life;
import io.stackprofile.it.load.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a {@link Child}, writes down what it says, and kills it with SIGKILL some time after it said a certain thing. */
final class KilledChild {

    /**
     * When and how to kill.
     *
     * @param after the line it is counted from, by its beginning
     * @param millis how long after that
     * @param before what to do at that moment, while the child goes on, before it is killed too
     */
    record Kill(String after, long millis, Runnable before) {}

    private final Process process;
    private final Kill kill;
    private final Journal journal;
    private CompletableFuture<Void> killed = new CompletableFuture<>();
    private boolean aimed;

    private KilledChild(Process process, Kill kill, Journal journal) {
        this.process = process;
        this.kill = kill;
        this.journal = journal;
    }

    /** Runs one from its start to its end, with lives to go on with. */
    static void run(StoreKind kind, String place, int round, long seed, Kill kill, Journal journal, List<Life> lives)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        kind.name(),
                        place,
                        String.valueOf(round),
                        String.valueOf(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader();
                Writer input = process.outputWriter()) {
            tell(input, lives);
            KilledChild child = new KilledChild(process, kill, journal);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(Child.END)) {
                    child.hear(line.substring(0, line.length() - Child.END.length()));
                }
            }
            if (!child.aimed) {
                throw new IllegalStateException("the child ended by itself, in round " + round + " of seed " + seed);
            }
            child.killed.join();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void tell(Writer input, List<Life> lives) throws IOException {
        for (Life life : lives) {
            input.write(life.name() + "\n");
            for (var fact : life.facts().entrySet()) {
                input.write(fact.getKey() + "=" + fact.getValue() + "\n");
            }
        }
        input.write(Child.GO + "\n");
        input.flush();
    }

    private void hear(String line) {
        assertAbsent("what the child said", line, List.of(Content.CANARY));
        if (line.startsWith(Child.BEGIN)) {
            journal.begin(Operation.read(line.substring(Child.BEGIN.length())));
        } else if (line.startsWith(Child.ACKNOWLEDGED)) {
            String[] fields = line.split("\t", 3);
            journal.acknowledged(open(fields[1]), Changes.read(fields[2]));
        } else if (line.startsWith(Child.FAILED)) {
            String[] fields = line.split("\t", 3);
            journal.failed(open(fields[1]), ErrorCode.valueOf(fields[2]));
        } else if (line.startsWith(Child.BROKEN)) {
            process.toHandle().destroyForcibly();
            throw new IllegalStateException("a thread of the child ended: " + line);
        }
        if (!aimed && line.startsWith(kill.after())) {
            aimed = true;
            killed = CompletableFuture.runAsync(this::kill, later());
        }
    }

    private Operation open(String number) {
        return journal.open(Long.parseLong(number))
                .orElseThrow(() -> new IllegalStateException("the child ended what it had not begun: " + number));
    }

    private Executor later() {
        return CompletableFuture.delayedExecutor(kill.millis(), TimeUnit.MILLISECONDS);
    }

    /** Not by {@link Process#destroyForcibly}, which would close the pipe with the last lines in it. */
    private void kill() {
        try {
            kill.before().run();
        } finally {
            process.toHandle().destroyForcibly();
        }
    }
}
