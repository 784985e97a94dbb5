package io.stackprofile.benchmarks.score;

import java.util.Locale;

/** How many places of a kind came out right. Not thread-safe. */
final class Tally {

    private int secrets;
    private int found;
    private int others;
    private int touched;
    private int cleaned;

    void add(LabelledPlace place, Verdict verdict) {
        if (place.secret()) {
            secrets++;
            found += verdict.right() ? 1 : 0;
        } else {
            others++;
            touched += verdict.right() ? 0 : 1;
        }
        cleaned += verdict.kind() == Verdict.Kind.CLEANED ? 1 : 0;
    }

    /** The figures on a line; a dash where there is nothing to divide by. */
    String line(String name) {
        return name + ": precision " + ratio(found, found + touched) + " recall " + ratio(found, secrets)
                + " false-positive rate " + ratio(touched, others) + " (found " + found + "/" + secrets + ", touched "
                + touched + "/" + others + (cleaned == 0 ? "" : ", cleaned away " + cleaned) + ")";
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.4f", (double) part / whole);
    }
}
