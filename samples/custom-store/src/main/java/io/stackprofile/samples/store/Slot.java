package io.stackprofile.samples.store;

/**
 * Where an entry stands in the journal: its head, and its body right behind it.
 *
 * @param position where the head begins
 * @param head the head's length
 * @param body the body's length
 */
record Slot(long position, int head, int body) {

    /** How much of the journal the entry takes. */
    long bytes() {
        return (long) Entry.PREFIX + head + body;
    }
}
