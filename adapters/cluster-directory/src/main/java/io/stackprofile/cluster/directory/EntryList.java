package io.stackprofile.cluster.directory;

import io.stackprofile.error.Location;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads a list of entries, with the entries of included files and folders in the place of each {@code include}. */
final class EntryList {

    private final Folder folder;
    private final String what;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();
    private int opened;

    private EntryList(Folder folder, String what) {
        this.folder = folder;
        this.what = what;
    }

    /**
     * The entries of a list.
     *
     * @param owner the mapping that has the list
     * @param key its key there
     * @param what what an item is, for messages: "a stack"
     */
    static List<Entry> of(Folder folder, Entry owner, String key, String what) {
        EntryList list = new EntryList(folder, what);
        list.open.addLast(owner.file().path());
        List<YamlNode> items = owner.items(key);
        for (int i = 0; i < items.size(); i++) {
            list.item(owner.file(), YamlPointer.child(owner.pointer(key), i), items.get(i));
        }
        return List.copyOf(list.entries);
    }

    private void item(EntryFile file, String pointer, YamlNode node) {
        Entry entry = Entry.of(file, pointer, node, what);
        if (entry.field("include").isPresent()) {
            include(entry);
            return;
        }
        entries.add(entry);
        requireWithin(entries.size(), entry.at());
    }

    private void include(Entry directive) {
        Location at = directive.at("include");
        String reference = directive.requiredText("include", what);
        String path = folder.find(directive.file().path(), reference, at);
        if (!folder.isFolder(path, at)) {
            file(path, directive, at);
            return;
        }
        Listing.below(folder, path).stream().filter(EntryList::isYaml).forEach(found -> file(found, directive, at));
    }

    static boolean isYaml(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    private void file(String path, Entry directive, Location at) {
        requireNotOpen(path, at);
        if (open.size() > folder.limits().depth()) {
            throw Refusals.limit(
                    "files include each other deeper", "depth", folder.limits().depth(), at);
        }
        requireWithin(++opened, at);
        open.addLast(path);
        EntryFile file = EntryFile.read(folder, path, at).by(directive);
        file.root().ifPresent(root -> content(file, root));
        open.removeLast();
    }

    private void content(EntryFile file, YamlNode root) {
        if (root instanceof YamlMapping) {
            item(file, "", root);
        } else if (root instanceof YamlSequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                item(file, YamlPointer.child("", i), list.items().get(i));
            }
        } else {
            throw Refusals.malformed(
                    "an included file must hold an entry or a list of entries", "Correct the file.", file.at(root));
        }
    }

    private void requireNotOpen(String path, Location at) {
        if (open.contains(path)) {
            throw Refusals.malformed(
                    "files include each other in a loop: " + String.join(" -> ", open) + " -> " + path,
                    "Remove one of these includes.",
                    at);
        }
    }

    private void requireWithin(int count, Location at) {
        if (count > folder.limits().members()) {
            throw Refusals.limit(
                    "there are more entries or included files",
                    "members",
                    folder.limits().members(),
                    at);
        }
    }
}
