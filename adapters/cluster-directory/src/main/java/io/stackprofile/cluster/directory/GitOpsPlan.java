package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans a commit to a GitOps repository: members' files first, then the entries, in place. {@code cluster.yaml} comes
 * last, so that nothing refers to a file that is not there yet.
 */
final class GitOpsPlan {

    private final Folder folder;
    private final GitOpsLayout layout;
    private final StackCommit commit;
    private final Optional<GitOpsStack> stack;
    private final MemberFiles files;
    private final SecretNames secrets;
    private final Map<EntryFile, YamlEditor> editors = new LinkedHashMap<>();
    private final List<Object> manifests = new ArrayList<>();
    private final List<Object> addons = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    GitOpsPlan(Folder folder, GitOpsLayout layout, StackCommit commit) {
        this.folder = folder;
        this.layout = layout;
        this.commit = commit;
        this.stack = layout.stack(commit.stack());
        this.files = new MemberFiles(folder, layout, commit.stack());
        this.secrets = SecretNames.ofVariables(
                stack.map(found -> found.variables().keySet()).orElseGet(Set::of));
    }

    Plan build() {
        Map<MemberRef, MemberEntry> known = stack.map(GitOpsStack::members).orElseGet(Map::of);
        commit.members().forEach(committed -> write(committed, known));
        // Inner places before outer ones: additions at the same offset keep this order.
        if (stack.isPresent()) {
            extend(stack.get().entry());
        } else if (!members.isEmpty() || commit.removals().isEmpty()) {
            create();
        }
        StackNotes notes = StackNotes.read(folder, commit.stack());
        Removals removals = Removals.of(commit, there(), notes);
        Set<String> deletions = remove(known, removals.gone());
        deletions.addAll(leftOver(known, notes));
        StackNotes after = notes.after(commit.mark(), members, removals.absent());
        Optional<Plan.NotesChange> noted = Plan.NotesChange.of(commit.stack(), notes, after, !after.isNone());
        return new Plan(files.changes(), entries(), deletions, noted, members, secrets.all(), removals);
    }

    private void write(CommitMember committed, Map<MemberRef, MemberEntry> known) {
        SecretReferences written = SecretReferences.of(committed, secrets);
        MemberEntry entry = known.get(written.member().ref());
        if (entry != null) {
            new EntryEdit(entry, written, files, editor(entry.entry().file())).apply();
        } else {
            add(written);
        }
        members.add(written.member());
    }

    /** Files whose entries a commit took away that was interrupted. */
    private List<String> leftOver(Map<MemberRef, MemberEntry> known, StackNotes notes) {
        return commit.removals().stream()
                .filter(removal -> !known.containsKey(removal.ref())
                        && notes.putThere(removal.ref()).isPresent())
                .flatMap(removal -> files.leftOver(removal).stream())
                .toList();
    }

    private StackSpec there() {
        StackSpec there =
                stack.map(GitOpsStack::spec).orElseGet(() -> StackSpec.builder().build());
        for (Member member : members) {
            there = there.with(member);
        }
        return there;
    }

    private Set<String> remove(Map<MemberRef, MemberEntry> known, List<MemberRef> gone) {
        EntryRemoval removal = new EntryRemoval(folder, this::editor);
        Set<String> deletions = new LinkedHashSet<>();
        for (MemberRef ref : gone) {
            MemberEntry entry = Optional.ofNullable(known.get(ref)).orElseThrow();
            removal.remove(entry.entry());
            entry.source().path().filter(files::release).ifPresent(deletions::add);
        }
        removal.files().forEach(file -> deletions.add(requireUnshared(file)));
        return deletions;
    }

    private String requireUnshared(String file) {
        if (!files.isAllKnown()) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "the file " + file + " would be deleted, and a stack that cannot be read may include it as well",
                    "Correct that stack, then commit again.",
                    Location.file(file));
        }
        return file;
    }

    private YamlEditor editor(EntryFile file) {
        return editors.computeIfAbsent(file, key -> new YamlEditor(key.yaml()));
    }

    private void add(SecretReferences written) {
        Member member = written.member();
        String entryFile = stack.map(found -> found.entry().file().path()).orElse(GitOpsLayout.FILE);
        Optional<String> reference = member.text()
                .map(text -> files.add(member.ref(), text))
                .map(file -> MemberFiles.reference(entryFile, file));
        (member instanceof Addon ? addons : manifests)
                .add(EntryTrees.member(member, reference, written.encryptedPaths()));
    }

    private void extend(Entry entry) {
        append(entry, "manifests", manifests);
        append(entry, "addons", addons);
    }

    private void append(Entry owner, String key, List<Object> trees) {
        if (trees.isEmpty()) {
            return;
        }
        YamlEditor editor = editor(owner.file());
        if (owner.node().entry(key).isPresent() && owner.node().entry(key).get().value() instanceof YamlSequence list) {
            trees.forEach(tree -> editor.append(list, tree));
        } else {
            editor.put(owner.node(), key, trees);
        }
    }

    private void create() {
        Object tree = EntryTrees.stack(commit.stack(), commit.description(), manifests, addons);
        Optional<Entry> spec = layout.spec();
        if (spec.isPresent()) {
            append(spec.get(), "stacks", List.of(tree));
        } else {
            editor(layout.file()).put(layout.root().node(), "spec", Map.of("stacks", List.of(tree)));
        }
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Map.Entry<EntryFile, YamlEditor> edited : editors.entrySet()) {
            String path = edited.getKey().path();
            String text = applied(edited.getValue());
            boolean same = text.equals(edited.getKey().yaml().text());
            if (!same && entries.putIfAbsent(path, text) != null) {
                throw refused("the file " + path + " is included twice, and entries of both would change");
            }
        }
        String last = entries.remove(GitOpsLayout.FILE);
        if (last != null) {
            entries.put(GitOpsLayout.FILE, last);
        }
        return entries;
    }

    private static String applied(YamlEditor editor) {
        try {
            return editor.apply();
        } catch (IllegalStateException overlap) {
            throw refused("the entries are written in a way that cannot be edited in place");
        }
    }

    private static InvalidContentException refused(String problem) {
        return new InvalidContentException(
                ErrorCode.INVALID_REQUEST,
                problem,
                "Write each entry once, in block style, and commit again.",
                Location.file(GitOpsLayout.FILE));
    }
}
