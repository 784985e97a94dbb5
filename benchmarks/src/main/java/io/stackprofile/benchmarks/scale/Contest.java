package io.stackprofile.benchmarks.scale;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures several ways of doing the same in turns, so that what disturbs the machine disturbs all of them. A turn calls a
 * way until it has taken a while; its time is the turn's time by the calls.
 */
final class Contest {

    private final Pace pace;
    private final Map<String, Call> ways = new LinkedHashMap<>();

    /** One way. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    /**
     * How long a contest takes.
     *
     * @param warmUp turns of each way that do not count
     * @param turns turns of each way that count
     * @param nanos how long a turn takes at least
     */
    record Pace(int warmUp, int turns, long nanos) {}

    Contest(Pace pace) {
        this.pace = pace;
    }

    Contest way(String name, Call call) {
        ways.put(name, call);
        return this;
    }

    /**
     * What a call of a way takes.
     *
     * @param nanos of each turn, the shortest first
     */
    record Time(String way, List<Double> nanos) {

        Time {
            nanos = nanos.stream().sorted().toList();
        }

        double median() {
            return nanos.get(nanos.size() / 2);
        }

        /** Such as {@code 142 µs (138 to 151)}: the median, and the quarter and three quarters of the turns. */
        String text() {
            double low = nanos.get(nanos.size() / 4);
            double high = nanos.get(nanos.size() * 3 / 4);
            String unit = median() < 1e6 ? "µs" : median() < 1e9 ? "ms" : "s";
            double scale = median() < 1e6 ? 1e3 : median() < 1e9 ? 1e6 : 1e9;
            return String.format(
                    Locale.ROOT, "%.3g %s (%.3g to %.3g)", median() / scale, unit, low / scale, high / scale);
        }
    }

    List<Time> run() throws Exception {
        List<List<Double>> times = new ArrayList<>();
        ways.forEach((name, call) -> times.add(new ArrayList<>()));
        for (int turn = -pace.warmUp(); turn < pace.turns(); turn++) {
            Iterator<List<Double>> of = times.iterator();
            for (Call call : ways.values()) {
                List<Double> nanos = of.next();
                double taken = turn(call);
                if (turn >= 0) {
                    nanos.add(taken);
                }
            }
        }
        Iterator<List<Double>> of = times.iterator();
        return ways.keySet().stream().map(name -> new Time(name, of.next())).toList();
    }

    private double turn(Call call) throws Exception {
        long start = System.nanoTime();
        long calls = 0;
        long taken;
        do {
            call.run();
            calls++;
            taken = System.nanoTime() - start;
        } while (taken < pace.nanos());
        return (double) taken / calls;
    }
}
