package io.stackprofile.cluster.directory;

import io.stackprofile.Names;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a commit to plain folders: a file for each member, tokens kept where secrets belong. */
final class PlainPlan {

    private final Folder folder;
    private final PlainLayout layout;
    private final StackCommit commit;
    private final Map<String, String> changes = new LinkedHashMap<>();

    PlainPlan(Folder folder, PlainLayout layout, StackCommit commit) {
        this.folder = folder;
        this.layout = layout;
        this.commit = commit;
    }

    Plan build() {
        String path = stackFolder();
        Map<MemberRef, String> files = PlainStack.read(folder, path).files();
        List<Member> members = new ArrayList<>();
        SecretNames secrets = SecretNames.ofTokens();
        for (CommitMember committed : commit.members()) {
            Member member = committed.member();
            String known = files.get(member.ref());
            write(known != null ? known : newFile(path, member.ref()), member);
            committed.secrets().forEach(secrets::name);
            members.add(member);
        }
        Removals removals = Removals.of(commit, there(members), StackNotes.read(folder, commit.stack()));
        Set<String> deletions = new LinkedHashSet<>();
        removals.gone().stream().map(files::get).forEach(deletions::add);
        return new Plan(changes, Map.of(), deletions, notes(members, removals), members, secrets.all(), removals);
    }

    private StackSpec there(List<Member> committed) {
        StackSpec there = layout.read(commit.stack())
                .map(StackSnapshot::spec)
                .orElseGet(() -> StackSpec.builder().build());
        for (Member member : committed) {
            there = there.with(member);
        }
        return there;
    }

    private static String newFile(String path, MemberRef ref) {
        return Folder.resolve("", PlainStack.fileOf(path, ref), Location.member(ref));
    }

    private String stackFolder() {
        String known = layout.folders().get(commit.stack());
        if (known != null) {
            return known;
        }
        if (layout.isStack()) {
            throw refused(
                    "the folder holds manifests itself and so is the one stack '" + layout.rootName() + "'",
                    "Commit to that stack, or to a folder of stacks.");
        }
        if (!Names.isLabel(commit.stack())) {
            throw refused("a folder's stack is called by an RFC 1123 label", "Use a-z, 0-9 and '-', up to 63 of them.");
        }
        return commit.stack();
    }

    private static InvalidContentException refused(String problem, String remedy) {
        return new InvalidContentException(ErrorCode.INVALID_REQUEST, problem, remedy, Location.unknown());
    }

    private void write(String file, Member member) {
        Location at = Location.builder().file(file).member(member.ref()).build();
        Optional<String> before = folder.exists(file, at) ? Optional.of(folder.memberText(file, at)) : Optional.empty();
        String after = member instanceof Addon addon
                ? ChartLine.of(addon).file(before, addon.values(), PlainStack.chartOf(addon.name()))
                : member.text().orElse("");
        if (!before.equals(Optional.of(after))) {
            changes.put(file, after);
        }
    }

    // The description of a stack that is emptied goes with its last file.
    private Optional<Plan.NotesChange> notes(List<Member> members, Removals removals) {
        StackNotes before = StackNotes.read(folder, commit.stack());
        StackNotes after = before.with(commit.description(), members).after(commit.mark(), members, removals.absent());
        boolean kept = commit.removals().isEmpty() || !removals.left().members().isEmpty();
        return Plan.NotesChange.of(commit.stack(), before, after, kept);
    }
}
