package io.stackprofile.cluster.directory;

import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.List;
import java.util.Optional;

/** How a folder holds stacks. Immutable; reads the folder anew at each call. */
sealed interface Layout permits GitOpsLayout, PlainLayout {

    /** The layout that {@code folder} has. */
    static Layout of(Folder folder) {
        return GitOpsLayout.detect(folder).<Layout>map(layout -> layout).orElseGet(() -> new PlainLayout(folder));
    }

    /** The names of the stacks, sorted. */
    List<String> stacks();

    /** A stack as it stands. */
    Optional<StackSnapshot> read(String stack);

    /** What a commit would write. */
    Plan plan(StackCommit commit);
}
