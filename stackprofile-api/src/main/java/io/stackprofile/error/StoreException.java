package io.stackprofile.error;

/** The store could not be read or written; nothing was changed. */
public final class StoreException extends StackProfileException {

    private static final long serialVersionUID = 1L;

    /** Says what failed. */
    public StoreException(String problem, String remedy) {
        super(ErrorCode.STORE_FAILED, problem, remedy, Location.unknown());
    }
}
