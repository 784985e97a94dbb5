package io.stackprofile.core.internal.redact.text;

import java.util.List;

/**
 * Reads one kind of document as far as values and their names go, in time linear in its length and without an error: what
 * it cannot make sense of it leaves out, and the scan of unparsed text looks at that.
 */
@FunctionalInterface
interface TextReader {

    /** The values in {@code text}, in order, none overlapping. */
    List<Entry> read(String text);
}
