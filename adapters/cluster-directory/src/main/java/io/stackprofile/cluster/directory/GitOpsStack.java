package io.stackprofile.cluster.directory;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack as a GitOps repository declares it.
 *
 * @param entry where it is declared
 * @param name its name
 * @param description what it is for
 * @param variables its variables
 * @param members its members in the order of its lists
 * @param findings what was noticed while reading
 */
record GitOpsStack(
        Entry entry,
        String name,
        Optional<String> description,
        Map<String, String> variables,
        Map<MemberRef, MemberEntry> members,
        List<Finding> findings) {

    /** Reads a stack's entry with everything it refers to, and requires that the edges hold. */
    static GitOpsStack read(Folder folder, Entry entry, String name) {
        List<Finding> findings = new ArrayList<>();
        MemberReader reader = new MemberReader(folder, findings);
        Map<MemberRef, MemberEntry> members = new LinkedHashMap<>();
        for (String key : entry.names()) {
            if (key.equals("manifests")) {
                entries(folder, entry, key).forEach(item -> add(folder, members, reader.manifest(item)));
            } else if (key.equals("addons")) {
                entries(folder, entry, key).forEach(item -> add(folder, members, reader.addon(item)));
            }
        }
        GitOpsStack stack = new GitOpsStack(
                entry, name, description(folder, entry), variables(entry), members, List.copyOf(findings));
        stack.requireEdges();
        return stack;
    }

    private static List<Entry> entries(Folder folder, Entry entry, String key) {
        return EntryList.of(folder, entry, key, "an entry of '" + key + "'");
    }

    private static void add(Folder folder, Map<MemberRef, MemberEntry> members, MemberEntry member) {
        MemberEntry first = members.putIfAbsent(member.ref(), member);
        if (first != null) {
            throw Refusals.twice(
                    member.ref().toString(),
                    first.entry().at("name"),
                    member.entry().at("name"));
        }
        if (members.size() > folder.limits().members()) {
            throw Refusals.limit(
                    "the stack has more members", "members", folder.limits().members(), member.at());
        }
    }

    private static Optional<String> description(Folder folder, Entry entry) {
        Optional<String> reference = entry.text("description_from_file");
        if (reference.isEmpty()) {
            return entry.text("description");
        }
        Location at = entry.at("description_from_file");
        return Optional.of(folder.memberText(folder.find(entry.file().path(), reference.get(), at), at));
    }

    private static Map<String, String> variables(Entry entry) {
        return entry.mapping("variables")
                .map(variables -> variables.textValues("the variable"))
                .orElseGet(Map::of);
    }

    private void requireEdges() {
        for (MemberEntry member : members.values()) {
            member.parentPlaces().forEach((parent, at) -> requireKnown(member.ref(), parent, at));
        }
        try {
            StackGraph.of(spec());
        } catch (InvalidContentException cycle) {
            Location at = cycle.location()
                    .member()
                    .map(members::get)
                    .map(MemberEntry::at)
                    .orElseGet(entry::at);
            throw new InvalidContentException(cycle.code(), cycle.problem(), cycle.remedy(), at);
        }
    }

    private void requireKnown(MemberRef ref, MemberRef parent, Location at) {
        if (!members.containsKey(parent)) {
            throw new InvalidContentException(
                    ErrorCode.UNKNOWN_PARENT,
                    ref + " names the parent " + parent + ", which is not a member of the stack",
                    "Add " + parent + " to the stack or remove it from the parents of " + ref + ".",
                    Places.of(ref, at));
        }
    }

    /** The stack. */
    StackSpec spec() {
        List<Member> declared =
                members.values().stream().map(MemberEntry::member).toList();
        return StackSpec.of(description, declared);
    }

    /** The stack with what callers want to know about it. */
    StackSnapshot snapshot(StackNotes notes) {
        Map<MemberRef, String> files = new LinkedHashMap<>();
        Map<MemberRef, List<String>> encrypted = new LinkedHashMap<>();
        members.forEach((ref, member) -> {
            member.source().path().ifPresent(path -> files.put(ref, path));
            if (!member.encryptedPaths().isEmpty()) {
                encrypted.put(ref, member.encryptedPaths());
            }
        });
        StackSpec spec = spec();
        return StackSnapshot.builder()
                .name(name)
                .spec(spec)
                .putAllVariables(variables)
                .putAllFiles(files)
                .putAllEncryptedPaths(encrypted)
                .putAllMarks(notes.marks(members.keySet()))
                .addAllWarnings(findings)
                .fingerprint(Fingerprints.of(spec, variables))
                .build();
    }
}
