package io.stackprofile.cluster.directory;

import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which file a member's text goes to: its own while no other uses it, else a new one that nothing else has. */
final class MemberFiles {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\{ (?:ankra|parameters)\\.[^}]*}}");

    private final Folder folder;
    private final String stack;
    private final Set<String> usedByOthers = new HashSet<>();
    private final Map<String, Integer> usedHere = new HashMap<>();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private boolean allKnown = true;

    MemberFiles(Folder folder, GitOpsLayout layout, String stack) {
        this.folder = folder;
        this.stack = stack;
        for (String name : layout.stacks()) {
            files(layout, name).values().stream().map(this::canonical).forEach(file -> {
                if (name.equals(stack)) {
                    usedHere.merge(file, 1, Integer::sum);
                } else {
                    usedByOthers.add(file);
                }
            });
        }
    }

    // Two members share a file also when one of them names it by a link.
    private String canonical(String file) {
        return folder.canonical(file, Location.file(file));
    }

    // A stack that cannot be read is not ours to mend; that it stays as it is, is checked when all is planned.
    private Map<MemberRef, String> files(GitOpsLayout layout, String stack) {
        try {
            return layout.read(stack).map(read -> read.files()).orElseGet(Map::of);
        } catch (InvalidContentException unreadable) {
            allKnown = false;
            return Map.of();
        }
    }

    /** New texts by path. */
    Map<String, String> changes() {
        return changes;
    }

    /** Whether the member that has {@code file} is the only one. */
    boolean isOwn(String file) {
        String one = canonical(file);
        return !usedByOthers.contains(one) && usedHere.getOrDefault(one, 0) <= 1;
    }

    /** Whether every stack can be read, so that it is known which files they use. */
    boolean isAllKnown() {
        return allKnown;
    }

    /** Takes a member off its file; whether the file has none any more and may go. Links stay. */
    boolean release(String file) {
        String one = canonical(file);
        boolean last = usedHere.merge(one, -1, Integer::sum) <= 0 && !usedByOthers.contains(one);
        return allKnown && last && !changes.containsKey(file) && !folder.isLinked(file);
    }

    /** Plans a new text for a file. */
    void write(String file, String text) {
        changes.put(file, text);
    }

    /** Plans the text of a member that has no file yet; the path. */
    String add(MemberRef ref, String text) {
        String base = base(ref);
        String ending = ending(ref);
        String file = base + ending;
        for (int i = 2; !isFree(file, text); i++) {
            file = base + "-" + i + ending;
        }
        if (!current(file).equals(Optional.of(text))) {
            changes.put(file, text);
        }
        return file;
    }

    /** The file of a member that has no entry any more, left by a commit that was interrupted; none if it was changed. */
    Optional<String> leftOver(Member member) {
        String file = base(member.ref()) + ending(member.ref());
        boolean used = usedByOthers.contains(file) || usedHere.getOrDefault(file, 0) > 0 || changes.containsKey(file);
        return used || !allKnown || folder.isLinked(file)
                ? Optional.empty()
                : current(file)
                        .filter(text -> blank(text).equals(blank(member.text().orElse(""))))
                        .map(text -> file);
    }

    // A secret's place is written one way in an instance and another in the file.
    private static String blank(String text) {
        return REFERENCE.matcher(text).replaceAll("");
    }

    private String base(MemberRef ref) {
        boolean addon = ref.kind() == MemberKind.ADDON;
        return "stacks/" + SafeNames.file(stack) + (addon ? "/addons/" : "/manifests/") + SafeNames.file(ref.name());
    }

    private static String ending(MemberRef ref) {
        return ref.kind() == MemberKind.ADDON ? ".values.yaml" : ".yaml";
    }

    // A file with the very same text that nobody uses was left by a commit that was interrupted.
    private boolean isFree(String file, String text) {
        boolean used = usedByOthers.contains(file) || usedHere.containsKey(file) || changes.containsKey(file);
        return !used && current(file).map(text::equals).orElse(true);
    }

    private Optional<String> current(String file) {
        Location at = Location.file(file);
        return folder.exists(file, at) ? Optional.of(folder.memberText(file, at)) : Optional.empty();
    }

    /** How an entry in {@code entryFile} refers to {@code file}. */
    static String reference(String entryFile, String file) {
        return Folder.slashed(Path.of(Folder.parent(entryFile)).relativize(Path.of(file)));
    }
}
