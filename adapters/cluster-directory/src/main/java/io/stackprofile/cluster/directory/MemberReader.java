package io.stackprofile.cluster.directory;

import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the entries of manifests and add-ons. */
final class MemberReader {

    static final String CONFIGURATION = "configuration";
    static final String ENCRYPTED_PATHS = "encrypted_paths";

    private static final List<String> MANIFEST_SOURCES =
            List.of(MemberSource.FROM_FILE, "manifest", MemberSource.BASE64);
    private static final List<String> VALUE_SOURCES = List.of("values", MemberSource.FROM_FILE);
    private static final Set<String> MANIFEST_KEYS =
            Set.of("name", "namespace", "parents", "from_file", "manifest", "manifest_base64", ENCRYPTED_PATHS);
    private static final Set<String> ADDON_KEYS = Set.of(
            "name",
            "namespace",
            "parents",
            "chart_name",
            "chart_version",
            "repository_url",
            "registry_name",
            "registry_url",
            CONFIGURATION,
            ENCRYPTED_PATHS);

    private final Folder folder;
    private final List<Finding> findings;
    private long size;

    /**
     * A reader for one stack.
     *
     * @param findings takes what is noticed on the way
     */
    MemberReader(Folder folder, List<Finding> findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The manifest an entry declares. */
    MemberEntry manifest(Entry entry) {
        return member(entry, MemberKind.MANIFEST, this::manifest);
    }

    private MemberEntry manifest(Entry entry, MemberRef ref) {
        MemberSource source = source(entry, MANIFEST_SOURCES, ref);
        String content = source.text()
                .orElseThrow(() -> Refusals.malformed(
                        ref + " names no source",
                        "Give it one of " + String.join(", ", MANIFEST_SOURCES) + ".",
                        entry.at()));
        Map<MemberRef, Location> parents = parents(entry);
        reportUnknown(entry, ref, MANIFEST_KEYS);
        Member member = Manifest.builder()
                .name(ref.name())
                .namespace(entry.text("namespace"))
                .content(content)
                .addAllParents(parents.keySet())
                .build();
        return new MemberEntry(entry, member, source, parents, encryptedPaths(List.of(entry)));
    }

    /** The add-on an entry declares. */
    MemberEntry addon(Entry entry) {
        return member(entry, MemberKind.ADDON, this::addon);
    }

    private static MemberEntry member(Entry entry, MemberKind kind, BiFunction<Entry, MemberRef, MemberEntry> reading) {
        MemberRef ref = ref(entry, kind);
        try {
            return reading.apply(entry, ref);
        } catch (InvalidContentException refused) {
            throw Places.of(ref, entry, refused);
        }
    }

    private MemberEntry addon(Entry entry, MemberRef ref) {
        Optional<Entry> configuration = entry.mapping(CONFIGURATION);
        MemberSource source =
                configuration.map(holder -> source(holder, VALUE_SOURCES, ref)).orElse(MemberSource.NONE);
        Map<MemberRef, Location> parents = parents(entry);
        reportUnknown(entry, ref, ADDON_KEYS);
        Member member = Addon.builder()
                .name(ref.name())
                .namespace(entry.text("namespace"))
                .chartName(entry.requiredText("chart_name", ref.toString()))
                .chartVersion(entry.requiredText("chart_version", ref.toString()))
                .repositoryUrl(entry.text("repository_url").or(() -> entry.text("registry_url")))
                .registryName(entry.text("registry_name"))
                .values(source.text())
                .addAllParents(parents.keySet())
                .build();
        List<Entry> holders = new ArrayList<>(List.of(entry));
        configuration.ifPresent(holders::add);
        return new MemberEntry(entry, member, source, parents, encryptedPaths(holders));
    }

    // Counted on the way: many entries may name one large file.
    private MemberSource source(Entry holder, List<String> keys, MemberRef ref) {
        MemberSource source = MemberSource.read(folder, holder, keys, ref.toString());
        size += source.text().map(String::length).orElse(0);
        int allowed = folder.limits().stackSize();
        if (size > allowed) {
            throw Refusals.limit("the stack's members are larger together", "stackSize", allowed, holder.at());
        }
        return source;
    }

    private static MemberRef ref(Entry entry, MemberKind kind) {
        String name = entry.requiredText("name", "an entry of '" + kind.label() + "s'");
        try {
            return new MemberRef(kind, name);
        } catch (IllegalArgumentException refused) {
            throw Refusals.malformed(
                    "the name is not one a member can have",
                    "Use 1 to 253 characters, without control characters.",
                    entry.at("name"));
        }
    }

    private static Map<MemberRef, Location> parents(Entry entry) {
        Map<MemberRef, Location> parents = new LinkedHashMap<>();
        List<YamlNode> items = entry.items("parents");
        for (int i = 0; i < items.size(); i++) {
            String pointer = YamlPointer.child(entry.pointer("parents"), i);
            Entry parent = Entry.of(entry.file(), pointer, items.get(i), "a parent");
            parents.putIfAbsent(parent(parent), parent.at());
        }
        return parents;
    }

    private static MemberRef parent(Entry parent) {
        try {
            for (MemberKind kind : MemberKind.values()) {
                Optional<String> named = parent.text(kind.label());
                if (named.isPresent()) {
                    return new MemberRef(kind, named.get());
                }
            }
            String kind = parent.text("kind").orElse("");
            return MemberRef.parse(kind + "/" + parent.text("name").orElse(""));
        } catch (IllegalArgumentException notOne) {
            throw Refusals.malformed(
                    "a parent names neither a manifest nor an addon",
                    "Write it as 'manifest: NAME' or 'addon: NAME'.",
                    parent.at());
        }
    }

    private static List<String> encryptedPaths(List<Entry> holders) {
        Set<String> paths = new LinkedHashSet<>();
        holders.forEach(holder -> paths.addAll(holder.texts(ENCRYPTED_PATHS)));
        return List.copyOf(paths);
    }

    private void reportUnknown(Entry entry, MemberRef ref, Set<String> known) {
        entry.names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Finding.builder()
                        .severity(Severity.INFO)
                        .code("unknown-key")
                        .message("the key '" + name + "' is unknown; it stays in the file and is not part of the stack")
                        .location(Places.of(ref, entry.at(name)))
                        .build())
                .forEach(findings::add);
    }
}
