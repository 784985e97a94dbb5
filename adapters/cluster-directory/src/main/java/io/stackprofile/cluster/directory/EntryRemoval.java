package io.stackprofile.cluster.directory;

import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlSequence;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Takes members' entries out of the lists and files that declare them, and with them includes of nothing. */
final class EntryRemoval {

    private final Folder folder;
    private final Function<EntryFile, YamlEditor> editors;
    private final Set<String> files = new LinkedHashSet<>();
    private final Set<Entry> folders = new LinkedHashSet<>();

    EntryRemoval(Folder folder, Function<EntryFile, YamlEditor> editors) {
        this.folder = folder;
        this.editors = editors;
    }

    /** Takes an entry out. One that is a file of its own goes with the file. */
    void remove(Entry entry) {
        if (!entry.pointer().isEmpty()) {
            YamlSequence list = list(entry);
            list.items().stream()
                    .filter(item -> item.resolve() == entry.node())
                    .findFirst()
                    .ifPresent(item -> editors.apply(entry.file()).removeItem(list, item));
            return;
        }
        files.add(entry.file().path());
        entry.file().directive().ifPresent(this::released);
    }

    private static YamlSequence list(Entry entry) {
        String pointer = entry.pointer().substring(0, entry.pointer().lastIndexOf('/'));
        YamlNode list = entry.file().yaml().documents().get(0).at(pointer).orElseThrow();
        return (YamlSequence) list.resolve();
    }

    private void released(Entry directive) {
        if (folder.isFolder(included(directive), directive.at("include"))) {
            folders.add(directive);
        } else {
            remove(directive);
        }
    }

    private String included(Entry directive) {
        String reference = directive.text("include").orElse("");
        return folder.find(directive.file().path(), reference, directive.at("include"));
    }

    /** The files that go, once every entry is out. A folder that would be empty is no longer included. */
    Set<String> files() {
        for (Entry directive : folders) {
            boolean empty = Listing.below(folder.with(Map.of(), files), included(directive)).stream()
                    .noneMatch(EntryList::isYaml);
            if (empty) {
                remove(directive);
            }
        }
        folders.clear();
        return files;
    }
}
