package io.stackprofile.samples.store;

import java.util.Arrays;

/** What of the unforced is gone after a power cut. A disk may keep any of it; these are the extremes and what tears. */
enum Loss {
    /** Nothing, as when only the process was killed. */
    NOTHING(true),
    /** Names and bytes. */
    ALL(false),
    /** Bytes: a file has its name and not what was written, as after a rename without a force. */
    BYTES(true),
    /** Names: bytes are there under no name, or an earlier one. */
    NAMES(false),
    /** The second half of the bytes, which reads as zeros. */
    SECOND_HALF(true),
    /** The first half of the bytes: pages are written in any order. */
    FIRST_HALF(true),
    /** The end: the file is shorter. */
    END(true);

    private final boolean namesStay;

    Loss(boolean namesStay) {
        this.namesStay = namesStay;
    }

    boolean namesStay() {
        return namesStay;
    }

    /** What a file has afterwards. */
    byte[] bytes(byte[] forced, byte[] written) {
        int more = Math.max(0, written.length - forced.length);
        int middle = Math.min(forced.length, written.length) + more / 2;
        byte[] left = written.clone();
        switch (this) {
            case ALL, BYTES -> left = forced.clone();
            case SECOND_HALF -> Arrays.fill(left, middle, left.length, (byte) 0);
            case FIRST_HALF -> Arrays.fill(left, Math.min(forced.length, left.length), middle, (byte) 0);
            case END -> left = Arrays.copyOf(written, middle);
            default -> {}
        }
        return left;
    }
}
