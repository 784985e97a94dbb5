package io.stackprofile.store.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts bytes into pieces of some thousands. A piece ends behind bytes whose rolling hash says so, not at a fixed place:
 * a change moves no cut but those beside it, so that a document's next version is made of nearly the same pieces.
 */
final class Pieces {

    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 14;

    /** The hash ends a piece when these bits are zero: one place in 4,096, of the bits that the last bytes reach. */
    private static final long END = 0xFFFL << 40;

    private static final long[] GEAR = gear();

    private Pieces() {}

    /** The pieces, in order; together they are {@code bytes}. */
    static List<byte[]> of(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int start = 0; start < bytes.length; ) {
            int end = end(bytes, start);
            pieces.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
        }
        return pieces;
    }

    private static int end(byte[] bytes, int start) {
        int last = Math.min(bytes.length, start + MOST);
        long hash = 0;
        for (int i = Math.min(last, start + LEAST); i < last; i++) {
            hash = (hash << 1) + GEAR[bytes[i] & 0xFF];
            if ((hash & END) == 0) {
                return i + 1;
            }
        }
        return last;
    }

    /** A number of no pattern for each byte, always the same: SplitMix64's first ones. */
    private static long[] gear() {
        long[] gear = new long[256];
        long state = 0;
        for (int i = 0; i < gear.length; i++) {
            state += 0x9E3779B97F4A7C15L;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            gear[i] = mixed ^ (mixed >>> 31);
        }
        return gear;
    }
}
