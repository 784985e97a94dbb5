package io.stackprofile.core.internal.tree;

import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberKind;
import io.stackprofile.stack.MemberRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A member as a tree: the one list of its fields. Its text is written by the caller: itself, or a digest of it. */
public final class MemberTree {

    private static final List<String> ADDON = List.of(
            "kind",
            "name",
            "namespace",
            "chartName",
            "chartVersion",
            "repositoryUrl",
            "registryName",
            "parents",
            "values");
    private static final List<String> MANIFEST = List.of("kind", "name", "namespace", "parents", "content");

    private MemberTree() {}

    /**
     * The member's fields, its text last; what is absent leaves no field.
     *
     * @param text how its text is written
     */
    public static Map<String, Object> of(Member member, Function<String, String> text) {
        Entries entries = new Entries()
                .put("kind", member.ref().kind().label())
                .put("name", member.name())
                .put("namespace", member.namespace());
        if (member instanceof Addon addon) {
            entries.put("chartName", addon.chartName())
                    .put("chartVersion", addon.chartVersion())
                    .put("repositoryUrl", addon.repositoryUrl())
                    .put("registryName", addon.registryName());
        }
        return entries.put("parents", member.parents(), MemberRef::toString)
                .put(
                        member instanceof Addon ? "values" : "content",
                        member.text().map(text))
                .map();
    }

    /**
     * Reads a member.
     *
     * @param text turns what is written for its text into the text
     */
    public static Member read(@Nullable Object tree, String path, TreeReader<String> text) {
        MemberKind kind = Fields.open(tree, path).choice("kind", MemberKind.values());
        return switch (kind) {
            case ADDON -> addon(Fields.of(tree, path, ADDON), text);
            case MANIFEST -> manifest(Fields.of(tree, path, MANIFEST), text);
        };
    }

    /** Reads the list in {@code field}, in order; a reference may stand there once. */
    public static List<Member> readAll(Fields fields, String field, TreeReader<String> text) {
        Set<MemberRef> refs = new HashSet<>();
        return fields.list(field, (tree, path) -> {
            Member member = read(tree, path, text);
            if (!refs.add(member.ref())) {
                throw new Misfit(
                        path, "an earlier member has this kind and name", "Rename one of the two or remove it.");
            }
            return member;
        });
    }

    private static Member addon(Fields fields, TreeReader<String> text) {
        Addon.Builder builder = Addon.builder()
                .name(fields.text("name"))
                .namespace(fields.optionalText("namespace"))
                .chartName(fields.text("chartName"))
                .chartVersion(fields.text("chartVersion"))
                .repositoryUrl(fields.optionalText("repositoryUrl"))
                .registryName(fields.optionalText("registryName"))
                .addAllParents(fields.parsedList("parents", MemberRef::parse))
                .values(fields.optionalValue("values", text));
        return fields.build(builder::build);
    }

    private static Member manifest(Fields fields, TreeReader<String> text) {
        Manifest.Builder builder = Manifest.builder()
                .name(fields.text("name"))
                .namespace(fields.optionalText("namespace"))
                .addAllParents(fields.parsedList("parents", MemberRef::parse))
                .content(fields.value("content", text));
        return fields.build(builder::build);
    }
}
