package io.stackprofile.cluster.kubernetes.internal.helm;

/** A record that is not as Helm writes it. The message says what is wrong and quotes nothing of it. */
final class RecordException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordException(String problem) {
        super(problem, null, false, false);
    }
}
