package io.stackprofile.cluster.directory;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes folders that lost their last file; Git would not keep them either. */
final class EmptyFolders {

    private static final Logger LOG = LoggerFactory.getLogger(EmptyFolders.class);

    private final Path root;

    EmptyFolders(Path root) {
        this.root = root;
    }

    /** Removes what is empty of the folders that these files were in, and of those around them. */
    void remove(Collection<String> files) {
        for (String file : files) {
            Path at = root.resolve(file).getParent();
            while (at != null && !at.equals(root) && at.startsWith(root) && isRemoved(at)) {
                at = at.getParent();
            }
        }
    }

    private static boolean isRemoved(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException holdsMore) {
            return false;
        } catch (IOException failure) {
            // Every file is gone; an empty folder is read as one that is not there, or as a stack without members.
            LOG.debug("empty folder not removed ({})", failure.getClass().getSimpleName());
            return false;
        }
    }
}
