package io.stackprofile.cluster.directory;

import io.stackprofile.StackDraftId;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlEmitter;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The file that says which save of a draft counts, and which of its files are which members.
 *
 * @param text the file
 * @param files the texts of the save by path in its folder
 */
record DraftIndex(String text, Map<String, String> files) {

    // Our own file; what was accepted when it was written is accepted when it is read.
    private static final YamlLimits LIMITS =
            new YamlLimits(Integer.MAX_VALUE, 100, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final String DOCUMENT = "draft.document";

    /** Reads a file of a save. */
    @FunctionalInterface
    interface Texts {
        /** The text of the file {@code path} in the folder of {@code save}. */
        String of(UUID save, String path) throws IOException;
    }

    /**
     * The index of a draft.
     *
     * @param save what tells this save from others
     */
    static DraftIndex of(DraftDocument draft, UUID save) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(DOCUMENT, draft.document());
        List<Object> members = new ArrayList<>();
        for (Member member : draft.spec().members()) {
            String file = file(member);
            member.text().ifPresent(text -> files.put(file, text));
            members.add(entry(member, file));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("draft", draft.id().toString());
        tree.put("save", save.toString());
        tree.put("stack", draft.stack());
        draft.spec().description().ifPresent(text -> tree.put("description", text));
        tree.put("members", members);
        return new DraftIndex(YamlEmitter.document(tree), files);
    }

    private static String file(Member member) {
        String name = SafeNames.file(member.name());
        return member instanceof Addon
                ? "members/addons/" + name + ".values.yaml"
                : "members/manifests/" + name + ".yaml";
    }

    private static Map<String, Object> entry(Member member, String file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("member", member.ref().toString());
        if (member instanceof Addon addon) {
            entry.put("chart_name", addon.chartName());
            entry.put("chart_version", addon.chartVersion());
            addon.repositoryUrl().ifPresent(url -> entry.put("repository_url", url));
            addon.registryName().ifPresent(name -> entry.put("registry_name", name));
        }
        member.namespace().ifPresent(namespace -> entry.put("namespace", namespace));
        if (!member.parents().isEmpty()) {
            entry.put(
                    "parents",
                    member.parents().stream().map(MemberRef::toString).toList());
        }
        member.text().ifPresent(text -> entry.put("file", file));
        return entry;
    }

    /** The draft that an index describes. */
    static DraftDocument read(String index, StackDraftId id, Texts texts) throws IOException {
        String path = "draft " + id;
        try {
            EntryFile file = new EntryFile(path, YamlFile.parse(index, LIMITS));
            Entry root = Entry.of(file, "", file.root().orElseThrow(() -> damaged(path)), "the draft's index");
            UUID save = UUID.fromString(root.text("save").orElseThrow(() -> damaged(path)));
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < root.items("members").size(); i++) {
                members.add(member(Entry.of(file, "", root.items("members").get(i), "a member"), save, texts));
            }
            return DraftDocument.builder()
                    .id(id)
                    .stack(root.text("stack").orElseThrow(() -> damaged(path)))
                    .spec(StackSpec.of(root.text("description"), members))
                    .document(texts.of(save, DOCUMENT))
                    .build();
        } catch (YamlException refused) {
            throw Refusals.yaml(refused, path);
        } catch (IllegalArgumentException refused) {
            throw damaged(path);
        }
    }

    private static InvalidContentException damaged(String path) {
        return Refusals.malformed(
                "the draft's index is not as it was written",
                "Discard the draft and make it again.",
                Location.file(path));
    }

    private static Member member(Entry entry, UUID save, Texts texts) throws IOException {
        MemberRef ref = MemberRef.parse(entry.text("member").orElse(""));
        Optional<String> file = entry.text("file");
        Optional<String> text = file.isPresent() ? Optional.of(texts.of(save, file.get())) : Optional.empty();
        List<MemberRef> parents =
                entry.texts("parents").stream().map(MemberRef::parse).toList();
        return switch (ref.kind()) {
            case MANIFEST ->
                Manifest.builder()
                        .name(ref.name())
                        .namespace(entry.text("namespace"))
                        .content(text.orElse(""))
                        .addAllParents(parents)
                        .build();
            case ADDON ->
                Addon.builder()
                        .name(ref.name())
                        .namespace(entry.text("namespace"))
                        .chartName(entry.text("chart_name").orElse(""))
                        .chartVersion(entry.text("chart_version").orElse(""))
                        .repositoryUrl(entry.text("repository_url"))
                        .registryName(entry.text("registry_name"))
                        .values(text)
                        .addAllParents(parents)
                        .build();
        };
    }
}
