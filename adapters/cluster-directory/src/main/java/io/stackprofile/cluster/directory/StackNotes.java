package io.stackprofile.cluster.directory;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.instantiation.InstanceMark;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a commit knew about a stack that its files cannot say: who put a member there; in plain folders also edges,
 * namespaces, the description. Kept beside the stacks in a file of our own.
 *
 * @param description what the stack is for
 * @param members what is known of each member
 */
record StackNotes(Optional<String> description, Map<MemberRef, Note> members) {

    /**
     * What is known of a member.
     *
     * @param namespace where its objects go
     * @param parents what must be there before it
     * @param put who put it there, if an instance did
     */
    record Note(Optional<String> namespace, List<MemberRef> parents, Optional<PutThere> put) {
        static final Note NONE = new Note(Optional.empty(), List.of(), Optional.empty());

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    private static final StackNotes NONE = new StackNotes(Optional.empty(), Map.of());
    private static final String HEADER = "# Written by stackprofile: what the stack's files cannot say themselves.\n";

    static String path(String stack) {
        return StateFolder.NAME + "/stacks/" + SafeNames.file(stack) + ".yaml";
    }

    /** The notes about a stack; none if nothing was noted. */
    static StackNotes read(Folder folder, String stack) {
        String path = path(stack);
        Location at = Location.file(path);
        if (!folder.exists(path, at)) {
            return NONE;
        }
        EntryFile file = EntryFile.read(folder, path, at);
        return file.root()
                .map(root -> Entry.of(file, "", root, "the file"))
                .map(StackNotes::read)
                .orElse(NONE);
    }

    private static StackNotes read(Entry root) {
        Map<MemberRef, Note> members = new LinkedHashMap<>();
        Optional<Entry> listed = root.mapping("members");
        for (String name : listed.map(Entry::names).orElseGet(List::of)) {
            listed.flatMap(entry -> entry.mapping(name))
                    .ifPresent(note -> members.put(ref(name, note.at()), note(note)));
        }
        return new StackNotes(root.text("description"), members);
    }

    private static Note note(Entry note) {
        List<MemberRef> parents = note.texts("parents").stream()
                .map(parent -> ref(parent, note.at("parents")))
                .toList();
        return new Note(
                note.text("namespace"), parents, note.mapping("put_there_by").map(PutThere::of));
    }

    private static MemberRef ref(String text, Location at) {
        try {
            return MemberRef.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw Refusals.malformed(
                    "a member is written manifest/NAME or addon/NAME", "Correct the file or delete it.", at);
        }
    }

    /** The member with what is noted of it; an edge to a file that has gone since is dropped and reported. */
    Member apply(Member member, Set<MemberRef> known, List<Finding> findings) {
        Note note = members.get(member.ref());
        if (note == null) {
            return member;
        }
        List<MemberRef> parents = new ArrayList<>();
        for (MemberRef parent : note.parents()) {
            if (known.contains(parent)) {
                parents.add(parent);
            } else {
                findings.add(stale(member.ref(), parent));
            }
        }
        return with(member, note.namespace(), parents);
    }

    private static Finding stale(MemberRef member, MemberRef parent) {
        return Finding.builder()
                .severity(Severity.WARNING)
                .code("stale-parent")
                .message("the parent " + parent + " was committed with the member and has no file any more")
                .location(Location.member(member))
                .build();
    }

    private static Member with(Member member, Optional<String> namespace, List<MemberRef> parents) {
        if (member instanceof Addon addon) {
            return Addon.builder()
                    .name(addon.name())
                    .chartName(addon.chartName())
                    .chartVersion(addon.chartVersion())
                    .repositoryUrl(addon.repositoryUrl())
                    .registryName(addon.registryName())
                    .namespace(namespace)
                    .values(addon.values())
                    .addAllParents(parents)
                    .build();
        }
        return Manifest.builder()
                .name(member.name())
                .namespace(namespace)
                .content(((Manifest) member).content())
                .addAllParents(parents)
                .build();
    }

    /** These notes with what {@code committed} members say in place of what was known of them. */
    StackNotes with(Optional<String> newDescription, List<Member> committed) {
        Map<MemberRef, Note> noted = new LinkedHashMap<>(members);
        for (Member member : committed) {
            note(noted, member.ref(), new Note(member.namespace(), member.parents(), putThere(member.ref())));
        }
        return new StackNotes(description.or(() -> newDescription), noted);
    }

    private static void note(Map<MemberRef, Note> noted, MemberRef ref, Note note) {
        if (note.isEmpty()) {
            noted.remove(ref);
        } else {
            noted.put(ref, note);
        }
    }

    /** These notes once an instance put {@code committed} members there and {@code gone} ones are not there any more. */
    StackNotes after(Optional<InstanceMark> mark, List<Member> committed, List<MemberRef> gone) {
        Map<MemberRef, Note> noted = new LinkedHashMap<>(members);
        for (Member member : committed) {
            Note known = noted.getOrDefault(member.ref(), Note.NONE);
            Optional<PutThere> put = mark.map(by -> new PutThere(by, Fingerprints.of(member)));
            note(noted, member.ref(), new Note(known.namespace(), known.parents(), put.or(known::put)));
        }
        gone.forEach(noted::remove);
        return new StackNotes(description, noted);
    }

    /** Who put a member there, if an instance did. */
    Optional<PutThere> putThere(MemberRef ref) {
        return Optional.ofNullable(members.get(ref)).flatMap(Note::put);
    }

    /** What those of {@code known} members are marked with that an instance put there. */
    Map<MemberRef, InstanceMark> marks(Set<MemberRef> known) {
        Map<MemberRef, InstanceMark> marks = new LinkedHashMap<>();
        known.forEach(ref -> putThere(ref).ifPresent(put -> marks.put(ref, put.mark())));
        return marks;
    }

    /** Whether nothing is noted. */
    boolean isNone() {
        return equals(NONE);
    }

    /** The file's text. */
    String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        description.ifPresent(text -> tree.put("description", text));
        Map<String, Object> noted = new LinkedHashMap<>();
        members.forEach((ref, note) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            note.namespace().ifPresent(namespace -> entry.put("namespace", namespace));
            if (!note.parents().isEmpty()) {
                entry.put(
                        "parents",
                        note.parents().stream().map(MemberRef::toString).toList());
            }
            note.put().ifPresent(put -> entry.put("put_there_by", put.tree()));
            noted.put(ref.toString(), entry);
        });
        tree.put("members", noted);
        return HEADER + YamlEmitter.document(tree);
    }
}
