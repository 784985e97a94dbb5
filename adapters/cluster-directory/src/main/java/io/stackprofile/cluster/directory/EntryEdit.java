package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a member's entry, and the text it points at, to what is committed; what is equal is left alone. */
final class EntryEdit {

    private final MemberEntry before;
    private final SecretReferences after;
    private final MemberFiles files;
    private final YamlEditor editor;
    private final YamlMapping node;

    EntryEdit(MemberEntry before, SecretReferences after, MemberFiles files, YamlEditor editor) {
        this.before = before;
        this.after = after;
        this.files = files;
        this.editor = editor;
        this.node = before.entry().node();
    }

    void apply() {
        Member old = before.member();
        Member member = after.member();
        if (!old.namespace().equals(member.namespace())) {
            set("namespace", member.namespace());
        }
        if (old instanceof Addon oldAddon && member instanceof Addon addon) {
            chart(oldAddon, addon);
        }
        if (!old.parents().equals(member.parents())) {
            editor.put(node, "parents", EntryTrees.parents(member.parents()));
        }
        source(member);
    }

    private void chart(Addon old, Addon addon) {
        if (!old.chartName().equals(addon.chartName())) {
            editor.put(node, "chart_name", addon.chartName());
        }
        if (!old.chartVersion().equals(addon.chartVersion())) {
            editor.put(node, "chart_version", addon.chartVersion());
        }
        if (!old.repositoryUrl().equals(addon.repositoryUrl())) {
            boolean underRegistryUrl = before.entry().field("repository_url").isEmpty()
                    && before.entry().field("registry_url").isPresent();
            set(underRegistryUrl ? "registry_url" : "repository_url", addon.repositoryUrl());
            if (addon.repositoryUrl().isEmpty() && !underRegistryUrl) {
                set("registry_url", Optional.empty());
            }
        }
        if (!old.registryName().equals(addon.registryName())) {
            set("registry_name", addon.registryName());
        }
    }

    private void set(String key, Optional<String> value) {
        set(node, key, value);
    }

    private void set(YamlMapping mapping, String key, Optional<String> value) {
        if (value.isPresent()) {
            editor.put(mapping, key, value.get());
        } else {
            mapping.entry(key).ifPresent(entry -> editor.remove(mapping, entry));
        }
    }

    private void source(Member member) {
        Optional<Entry> holder = holder(member);
        Optional<String> reference = Optional.empty();
        if (!member.text().equals(before.source().text())) {
            reference = member.text().isPresent() ? text(holder, member.text().get()) : drop(holder);
        }
        List<String> missing = new ArrayList<>(after.encryptedPaths());
        missing.removeAll(before.encryptedPaths());
        if (holder.isEmpty()) {
            Map<String, Object> configuration = EntryTrees.source(reference, missing);
            if (!configuration.isEmpty()) {
                editor.put(node, MemberReader.CONFIGURATION, configuration);
            }
            return;
        }
        YamlMapping named = holder.get().node();
        reference.ifPresent(path -> editor.put(named, MemberSource.FROM_FILE, path));
        encrypt(holder.get(), missing);
    }

    /** The mapping that names the text's source: the entry, or an add-on's configuration. */
    private Optional<Entry> holder(Member member) {
        return member instanceof Addon
                ? before.entry().mapping(MemberReader.CONFIGURATION)
                : Optional.of(before.entry());
    }

    /** Writes the text where it is now; the reference to its new file if it has to move to one. */
    private Optional<String> text(Optional<Entry> holder, String text) {
        MemberSource source = before.source();
        switch (source.form()) {
            case FILE -> {
                String file = source.path().orElseThrow();
                if (files.isOwn(file)) {
                    files.write(file, text);
                    return Optional.empty();
                }
            }
            case INLINE -> {
                editor.put(holder.orElseThrow().node(), source.key(), text);
                return Optional.empty();
            }
            case BASE64 -> {
                if (after.encryptedPaths().isEmpty()) {
                    editor.put(node, source.key(), base64(text));
                    return Optional.empty();
                }
                // A reference within base64 would not be seen.
                set(source.key(), Optional.empty());
            }
            case NONE -> {}
        }
        String file = files.add(after.member().ref(), text);
        return Optional.of(MemberFiles.reference(before.entry().file().path(), file));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> drop(Optional<Entry> holder) {
        holder.ifPresent(found -> set(found.node(), before.source().key(), Optional.empty()));
        return Optional.empty();
    }

    private void encrypt(Entry holder, List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        boolean listed = holder.node()
                .entry(MemberReader.ENCRYPTED_PATHS)
                .filter(entry -> entry.value() instanceof YamlSequence)
                .isPresent();
        if (listed && holder.field(MemberReader.ENCRYPTED_PATHS).orElseThrow() instanceof YamlSequence list) {
            missing.forEach(path -> editor.append(list, path));
        } else {
            List<String> all = new ArrayList<>(holder.texts(MemberReader.ENCRYPTED_PATHS));
            all.addAll(missing);
            editor.put(holder.node(), MemberReader.ENCRYPTED_PATHS, all);
        }
    }
}
