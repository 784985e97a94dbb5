package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries that a commit adds, as trees in the order in which people write them. */
final class EntryTrees {

    private EntryTrees() {}

    /** A member's entry; {@code file} is how it refers to its text, absent for an add-on without values. */
    static Map<String, Object> member(Member member, Optional<String> file, List<String> encryptedPaths) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", member.name());
        if (member instanceof Addon addon) {
            entry.put("chart_name", addon.chartName());
            entry.put("chart_version", addon.chartVersion());
            addon.repositoryUrl().ifPresent(url -> entry.put("repository_url", url));
            addon.registryName().ifPresent(name -> entry.put("registry_name", name));
        }
        member.namespace().ifPresent(namespace -> entry.put("namespace", namespace));
        entry.put("parents", parents(member.parents()));
        Map<String, Object> source = source(file, encryptedPaths);
        if (!(member instanceof Addon)) {
            entry.putAll(source);
        } else if (!source.isEmpty()) {
            entry.put(MemberReader.CONFIGURATION, source);
        }
        return entry;
    }

    /** The keys that say where a text is and which of its paths are encrypted. */
    static Map<String, Object> source(Optional<String> file, List<String> encryptedPaths) {
        Map<String, Object> source = new LinkedHashMap<>();
        file.ifPresent(path -> source.put(MemberSource.FROM_FILE, path));
        if (!encryptedPaths.isEmpty()) {
            source.put(MemberReader.ENCRYPTED_PATHS, encryptedPaths);
        }
        return source;
    }

    /** The value of {@code parents}. */
    static List<Map<String, String>> parents(List<MemberRef> parents) {
        return parents.stream()
                .map(parent -> Map.of(parent.kind().label(), parent.name()))
                .toList();
    }

    /** A new stack's entry. */
    static Map<String, Object> stack(
            String name, Optional<String> description, List<Object> manifests, List<Object> addons) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", name);
        description.ifPresent(text -> entry.put("description", text));
        if (!manifests.isEmpty() || addons.isEmpty()) {
            entry.put("manifests", manifests);
        }
        if (!addons.isEmpty()) {
            entry.put("addons", addons);
        }
        return entry;
    }
}
