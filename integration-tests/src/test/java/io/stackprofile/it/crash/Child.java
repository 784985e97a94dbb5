package io.stackprofile.it.crash;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.StoreKind;
import io.stackprofile.it.load.Actors;
import io.stackprofile.it.load.Changes;
import io.stackprofile.it.load.Life;
import io.stackprofile.it.load.Operation;
import io.stackprofile.it.load.Performer;
import io.stackprofile.it.load.Report;
import io.stackprofile.it.load.Shared;
import io.stackprofile.it.load.Worker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process that uses an engine in several threads until it is killed, or its input ends. It says what it begins and what
 * it was answered, a line each; its input is the lives to go on with.
 */
final class Child {

    static final int THREADS = 4;
    static final String OPENING = "opening";
    static final String OPENED = "opened";
    static final String BEGIN = "begin\t";
    static final String ACKNOWLEDGED = "ack\t";
    static final String FAILED = "fail\t";
    static final String BROKEN = "broken\t";
    static final String GO = "go";

    /** Ends a line that was written whole. */
    static final String END = "\t.";

    /** How many operations of a round have numbers. */
    static final long NUMBERS = 1_000_000;

    private Child() {}

    /** Prints in whole lines. */
    private record Lines(PrintStream out) implements Report {

        @Override
        public void begin(Operation operation) {
            say(BEGIN + operation.line());
        }

        @Override
        public void acknowledged(Operation operation, Changes changes) {
            say(ACKNOWLEDGED + operation.number() + "\t" + changes.line());
        }

        @Override
        public void failed(Operation operation, ErrorCode code) {
            say(FAILED + operation.number() + "\t" + code);
        }

        synchronized void say(String line) {
            out.print(line + END + "\n");
            out.flush();
        }
    }

    /** Takes the store's kind and place, the round's number and a seed. */
    public static void main(String[] arguments) throws IOException {
        StoreKind kind = StoreKind.valueOf(arguments[0]);
        int round = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        Lines lines = new Lines(System.out);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Queue<Life> waiting = lives(input);
        lines.say(OPENING);
        Actors actors = new Actors(kind.openAt(arguments[1]));
        lines.say(OPENED);
        Performer performer = new Performer(actors);
        Shared shared = new Shared("r" + round + "-shared", numbers(round, THREADS), seed);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "r" + round + "-t" + thread;
            Thread worker = new Thread(new Worker(
                    performer, name, numbers(round, thread), seed + thread, lines, waiting, shared, () -> true));
            worker.setUncaughtExceptionHandler((where, failure) -> lines.say(BROKEN + failure));
            worker.start();
        }
        while (input.readLine() != null) {
            // The parent says nothing more; when it is gone, so is this process.
        }
        Runtime.getRuntime().halt(0);
    }

    private static long numbers(int round, int thread) {
        return (round * (THREADS + 1L) + thread) * NUMBERS;
    }

    private static Queue<Life> lives(BufferedReader input) throws IOException {
        Queue<Life> lives = new ConcurrentLinkedQueue<>();
        Life life = new Life("none");
        for (String line = input.readLine(); line != null && !line.equals(GO); line = input.readLine()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                life = new Life(line);
                lives.add(life);
            } else {
                life.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return lives;
    }
}
