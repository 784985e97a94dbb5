package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.graph.ObjectKey;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.SecretShape;
import io.stackprofile.core.internal.tree.ListKeys;
import io.stackprofile.core.internal.tree.PlainToken;
import io.stackprofile.core.internal.tree.TokenTree;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a running stack what a version's parameters are bound to there: where one stands whole or between fixed texts. */
public final class ValueReading {

    private final Map<String, String> values = new LinkedHashMap<>();

    private ValueReading() {}

    /**
     * The text of each parameter whose place could be read; where it stands in several, the first.
     *
     * @param template the version's members, with its placeholders
     */
    public static Map<String, String> of(StackSpec template, StackSpec target, Limits limits) {
        ValueReading reading = new ValueReading();
        LiveObjects objects = LiveObjects.of(target, limits);
        for (Member member : template.members()) {
            Optional<Member> there = target.find(member.ref());
            there.flatMap(Member::namespace)
                    .ifPresent(namespace -> reading.read("", member.namespace().orElse(null), namespace));
            for (YamlDocument document : documents(member, limits)) {
                Object tree = TokenTree.of(document);
                if (member instanceof Manifest) {
                    document.root()
                            .flatMap(ObjectKey::of)
                            .flatMap(key -> objects.like(key))
                            .ifPresent(live -> reading.read("", tree, live.tree()));
                } else {
                    there.flatMap(found -> documents(found, limits).stream().findFirst())
                            .flatMap(YamlDocument::root)
                            .ifPresent(root -> reading.read("", tree, YamlTree.of(root)));
                }
            }
        }
        return reading.values;
    }

    private static List<YamlDocument> documents(Member member, Limits limits) {
        return member.text()
                .map(text -> MemberText.parse(member.ref(), Optional.empty(), text, limits))
                .map(YamlFile::documents)
                .orElse(List.of());
    }

    private void read(String field, @Nullable Object template, @Nullable Object live) {
        if (template instanceof Map<?, ?> map && live instanceof Map<?, ?> there) {
            map.forEach((key, value) -> {
                if (there.containsKey(key)) {
                    read((String) key, value, there.get(key));
                }
            });
        } else if (template instanceof List<?> list && live instanceof List<?> there) {
            items(field, list, there);
        } else if ((template instanceof String || template instanceof PlainToken)
                && !(live instanceof Map || live instanceof List || live == null)) {
            SecretShape.of(template.toString())
                    .filter(shape -> !isFiltered(template.toString()))
                    .ifPresent(shape -> shape.held(live.toString())
                            .ifPresent(value -> values.putIfAbsent(shape.names().get(0), value)));
        }
    }

    private void items(String field, List<?> template, List<?> live) {
        Optional<ListKeys.Matched> keys = ListKeys.of(field, List.of(template, live));
        for (int i = 0; i < template.size(); i++) {
            int place = i;
            int there = keys.map(
                            all -> all.keys().get(1).indexOf(all.keys().get(0).get(place)))
                    .orElse(template.size() == live.size() ? i : -1);
            if (there >= 0) {
                read("", template.get(i), live.get(there));
            }
        }
    }

    /** What a filter wrote is not the value. */
    private static boolean isFiltered(String text) {
        String token = text.substring(text.indexOf("${{"), text.indexOf("}}", text.indexOf("${{")));
        return token.contains("|") && !token.contains("typed");
    }
}
