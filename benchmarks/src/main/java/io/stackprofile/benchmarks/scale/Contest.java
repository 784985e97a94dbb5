package io.stackprofile.benchmarks.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures several ways of doing the same in turns, so that what disturbs the machine disturbs all of them. A turn calls a
 * way until it has taken a while; its time is the turn's time by the calls.
 */
final class Contest {

    private static final int WARM_UP = 3;

    private final int turns;
    private final long turnNanos;
    private final Map<String, Call> ways = new LinkedHashMap<>();

    /** One way. */
    @FunctionalInterface
    interface Call {
        void run() throws Exception;
    }

    /**
     * A contest of {@code turns} turns for each way.
     *
     * @param turnNanos how long a turn takes at least
     */
    Contest(int turns, long turnNanos) {
        this.turns = turns;
        this.turnNanos = turnNanos;
    }

    Contest way(String name, Call call) {
        ways.put(name, call);
        return this;
    }

    /** What a call of a way takes. */
    record Time(String way, double[] nanos) {

        double median() {
            return nanos[nanos.length / 2];
        }

        /** Such as {@code 142 µs (138 to 151)}: the median, and the quarter and three quarters of the turns. */
        String text() {
            double[] shown = {median(), nanos[nanos.length / 4], nanos[nanos.length * 3 / 4]};
            String unit = shown[0] < 1e6 ? "µs" : shown[0] < 1e9 ? "ms" : "s";
            double scale = shown[0] < 1e6 ? 1e3 : shown[0] < 1e9 ? 1e6 : 1e9;
            return String.format(
                    Locale.ROOT, "%.3g %s (%.3g to %.3g)", shown[0] / scale, unit, shown[1] / scale, shown[2] / scale);
        }
    }

    List<Time> run() throws Exception {
        Map<String, double[]> times = new LinkedHashMap<>();
        ways.keySet().forEach(way -> times.put(way, new double[turns]));
        for (int turn = -WARM_UP; turn < turns; turn++) {
            for (Map.Entry<String, Call> way : ways.entrySet()) {
                double nanos = turn(way.getValue());
                if (turn >= 0) {
                    times.get(way.getKey())[turn] = nanos;
                }
            }
        }
        List<Time> sorted = new ArrayList<>();
        times.forEach((way, nanos) -> {
            Arrays.sort(nanos);
            sorted.add(new Time(way, nanos));
        });
        return sorted;
    }

    private double turn(Call call) throws Exception {
        long start = System.nanoTime();
        long calls = 0;
        long taken;
        do {
            call.run();
            calls++;
            taken = System.nanoTime() - start;
        } while (taken < turnNanos);
        return (double) taken / calls;
    }
}
