package io.stackprofile.samples.store;

import java.io.IOException;

/** Another store has the folder open. */
final class FolderInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUseException() {
        super("the folder is in use");
    }
}
