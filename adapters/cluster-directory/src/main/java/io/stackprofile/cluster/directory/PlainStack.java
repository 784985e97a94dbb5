package io.stackprofile.cluster.directory;

import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackGraph;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of manifests and values files, read as one stack. Members are in the order of their paths. */
final class PlainStack {

    private static final List<String> VALUES = List.of(".values.yaml", ".values.yml");
    private static final List<String> MANIFESTS = List.of(".yaml", ".yml", ".json");

    private final Folder folder;
    private final String path;
    private final Map<MemberRef, Member> members = new LinkedHashMap<>();
    private final Map<MemberRef, String> files = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long size;

    private PlainStack(Folder folder, String path) {
        this.folder = folder;
        this.path = path;
    }

    /**
     * Reads the folder at {@code path}.
     *
     * @throws InvalidContentException when two files make the same member, or one cannot be read
     */
    static PlainStack read(Folder folder, String path) {
        PlainStack stack = new PlainStack(folder, path);
        Listing.below(folder, path).forEach(stack::file);
        return stack;
    }

    /** Where a member of that reference would be. */
    static String fileOf(String path, MemberRef ref) {
        String name = ref.name() + (ref.kind() == MemberKind.ADDON ? VALUES : MANIFESTS).get(0);
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Each member's file. */
    Map<MemberRef, String> files() {
        return files;
    }

    /** The chart of an add-on whose file does not say. */
    static ChartLine chartOf(String addon) {
        return ChartLine.unspecified(Folder.name(addon));
    }

    private void file(String file) {
        String name = file.substring(path.isEmpty() ? 0 : path.length() + 1);
        if (Folder.name(name).startsWith("README")) {
            return;
        }
        Location at = Location.file(file);
        Optional<String> addon = without(name, VALUES);
        Optional<String> manifest = without(name, MANIFESTS);
        if (addon.isPresent()) {
            add(addon(addon.get(), file, folder.memberText(file, at)), file);
        } else if (manifest.isPresent()) {
            MemberRef ref = ref(MemberKind.MANIFEST, manifest.get(), at);
            String text = folder.memberText(file, at);
            add(Manifest.builder().name(ref.name()).content(text).build(), file);
        } else {
            findings.add(Finding.builder()
                    .severity(Severity.INFO)
                    .code("ignored-file")
                    .message("the file is neither YAML nor JSON and is not part of the stack")
                    .location(at)
                    .build());
        }
    }

    /** The path without its ending; empty when it has none of these or nothing else. */
    private static Optional<String> without(String name, List<String> endings) {
        return endings.stream()
                .filter(ending -> Folder.name(name).length() > ending.length() && name.endsWith(ending))
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .findFirst();
    }

    private Member addon(String name, String file, String text) {
        Location at = Location.file(file);
        MemberRef ref = ref(MemberKind.ADDON, name, at);
        Optional<ChartLine> written = ChartLine.in(text);
        if (written.isEmpty()) {
            findings.add(Finding.builder()
                    .severity(Severity.WARNING)
                    .code("chart-unspecified")
                    .message("the values file does not say which version of which chart it is for")
                    .hint("Begin it with the line '# chart: NAME VERSION REPOSITORY_URL'.")
                    .location(Places.of(ref, at))
                    .build());
        }
        ChartLine chart = written.orElseGet(() -> chartOf(name));
        return Addon.builder()
                .name(name)
                .chartName(chart.name())
                .chartVersion(chart.version())
                .repositoryUrl(chart.repositoryUrl())
                .registryName(chart.registryName())
                .values(ChartLine.values(text))
                .build();
    }

    private static MemberRef ref(MemberKind kind, String name, Location at) {
        try {
            return new MemberRef(kind, name);
        } catch (IllegalArgumentException refused) {
            throw Refusals.malformed(
                    "the file's path is not a name a member can have",
                    "Keep it to 253 characters, without control characters.",
                    at);
        }
    }

    private void add(Member member, String file) {
        String first = files.putIfAbsent(member.ref(), file);
        if (first != null) {
            throw Refusals.twice(member.ref().toString(), Location.file(first), Location.file(file));
        }
        members.put(member.ref(), member);
        size += member.text().map(String::length).orElse(0);
        if (members.size() > folder.limits().members()) {
            throw Refusals.limit(
                    "the stack has more members", "members", folder.limits().members(), Location.file(file));
        }
        if (size > folder.limits().stackSize()) {
            throw Refusals.limit(
                    "the stack's members are larger together",
                    "stackSize",
                    folder.limits().stackSize(),
                    Location.file(file));
        }
    }

    /** The stack with what callers want to know about it. */
    StackSnapshot snapshot(String name, StackNotes notes) {
        List<Member> noted = members.values().stream()
                .map(member -> notes.apply(member, members.keySet(), findings))
                .toList();
        StackSpec spec = StackSpec.of(notes.description(), noted);
        requireNoCycle(name, spec);
        return StackSnapshot.builder()
                .name(name)
                .spec(spec)
                .putAllFiles(files)
                .putAllMarks(notes.marks(members.keySet()))
                .addAllWarnings(findings)
                .fingerprint(Fingerprints.of(spec, Map.of()))
                .build();
    }

    // Edges come from notes alone, where those of several commits meet.
    private static void requireNoCycle(String name, StackSpec spec) {
        try {
            StackGraph.of(spec);
        } catch (InvalidContentException cycle) {
            throw new InvalidContentException(
                    cycle.code(), cycle.problem(), cycle.remedy(), Location.file(StackNotes.path(name)));
        }
    }
}
