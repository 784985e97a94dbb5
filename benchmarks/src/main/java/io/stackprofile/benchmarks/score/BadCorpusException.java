package io.stackprofile.benchmarks.score;

/** A line of a corpus that cannot be scored. */
final class BadCorpusException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadCorpusException(int line, String what) {
        super("line " + line + " " + what);
    }
}
