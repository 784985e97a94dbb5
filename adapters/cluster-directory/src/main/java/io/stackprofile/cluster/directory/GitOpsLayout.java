package io.stackprofile.cluster.directory;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A GitOps repository: {@code cluster.yaml} declares the stacks and points at their files. */
final class GitOpsLayout implements Layout {

    static final String FILE = "cluster.yaml";
    private static final String KIND = "ImportCluster";
    private static final Location AT = Location.file(FILE);

    private final Folder folder;
    private final EntryFile file;
    private final Entry root;

    private GitOpsLayout(Folder folder, EntryFile file, Entry root) {
        this.folder = folder;
        this.file = file;
        this.root = root;
    }

    /** The layout, if the folder has a {@code cluster.yaml} of the right kind. */
    static Optional<GitOpsLayout> detect(Folder folder) {
        if (!folder.exists(FILE, AT) || folder.isFolder(FILE, AT)) {
            return Optional.empty();
        }
        String text = folder.descriptionText(FILE, AT);
        if (!text.contains(KIND)) {
            return Optional.empty();
        }
        EntryFile file = EntryFile.of(FILE, text, folder.limits());
        return file.root()
                .map(root -> Entry.of(file, "", root, "the file"))
                .filter(root -> root.text("kind").filter(KIND::equals).isPresent())
                .map(GitOpsLayout::requireVersion)
                .map(root -> new GitOpsLayout(folder, file, root));
    }

    private static Entry requireVersion(Entry root) {
        if (!root.text("apiVersion").orElse("").equals("v1")) {
            throw Refusals.malformed(
                    "the apiVersion of an " + KIND + " must be v1", "Set 'apiVersion: v1'.", root.at("apiVersion"));
        }
        return root;
    }

    /** The file itself. */
    EntryFile file() {
        return file;
    }

    /** The mapping that lists the stacks, if it is there. */
    Optional<Entry> spec() {
        return root.mapping("spec");
    }

    /** The file's content. */
    Entry root() {
        return root;
    }

    /** Where each stack is declared, in declared order. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Entry> declared = spec().map(spec -> EntryList.of(folder, spec, "stacks", "an entry of 'stacks'"))
                .orElseGet(List::of);
        for (Entry entry : declared) {
            String name = entry.requiredText("name", "a stack");
            Entry first = entries.putIfAbsent(name, entry);
            if (first != null) {
                throw Refusals.twice("the stack '" + name + "'", first.at("name"), entry.at("name"));
            }
        }
        return entries;
    }

    @Override
    public List<String> stacks() {
        return entries().keySet().stream().sorted().toList();
    }

    /**
     * A stack with its places.
     *
     * @throws InvalidContentException when its description is malformed
     */
    Optional<GitOpsStack> stack(String name) {
        return Optional.ofNullable(entries().get(name)).map(entry -> GitOpsStack.read(folder, entry, name));
    }

    @Override
    public Optional<StackSnapshot> read(String stack) {
        return stack(stack).map(found -> found.snapshot(StackNotes.read(folder, stack)));
    }

    @Override
    public Plan plan(StackCommit commit) {
        return new GitOpsPlan(folder, this, commit).build();
    }
}
