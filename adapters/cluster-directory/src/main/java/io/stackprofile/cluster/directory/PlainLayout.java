package io.stackprofile.cluster.directory;

import io.stackprofile.Names;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plain folders: each direct subfolder is a stack; a folder that directly holds YAML files is itself one stack, and the
 * only one.
 */
final class PlainLayout implements Layout {

    private final Folder folder;

    PlainLayout(Folder folder) {
        this.folder = folder;
    }

    /** Each stack's folder, by the stack's name. */
    Map<String, String> folders() {
        Map<String, String> folders = new TreeMap<>();
        if (isStack()) {
            folders.put(rootName(), "");
            return folders;
        }
        for (String name : Listing.folders(folder)) {
            String stack = Names.normalise(name);
            String first = folders.putIfAbsent(stack, name);
            if (first != null) {
                throw Refusals.twice("the stack '" + stack + "'", Location.file(first), Location.file(name));
            }
        }
        return folders;
    }

    /** Whether the folder itself is the one stack. */
    boolean isStack() {
        return Listing.files(folder).stream().anyMatch(name -> EntryList.isYaml(name) && !name.startsWith("README"));
    }

    /** The name the folder has as a stack. */
    String rootName() {
        return Names.normalise(Optional.ofNullable(folder.root().getFileName())
                .map(Object::toString)
                .orElse(""));
    }

    @Override
    public List<String> stacks() {
        return List.copyOf(folders().keySet());
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return Optional.ofNullable(folders().get(stack))
                .map(path -> PlainStack.read(folder, path).snapshot(stack, StackNotes.read(folder, stack)));
    }

    @Override
    public Plan plan(StackCommit commit) {
        return new PlainPlan(folder, this, commit).build();
    }
}
