package io.stackprofile.core.internal.suggest;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlPointer;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import io.stackprofile.yaml.YamlWalk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows the scalars of a stack that may differ from environment to environment. */
final class LiteralScan {

    /** Stands for each character of a placeholder; no YAML has it. */
    static final char HIDDEN = '\0';

    private static final int LONGEST = 64 * 1024;
    private static final Pattern TOKEN = Pattern.compile("\\$++\\{\\{[ \\t]*+parameters\\.[^}]{0,200}+\\}\\}");
    private static final Set<String> NO_KINDS = Set.of(
            "Secret",
            "SealedSecret",
            "CustomResourceDefinition",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration");
    private static final Set<String> NO_KEYS = Set.of(
            "apiVersion",
            "kind",
            "labels",
            "matchLabels",
            "matchExpressions",
            "selector",
            "podSelector",
            "namespaceSelector",
            "nodeSelector",
            "status",
            "managedFields",
            "caBundle",
            "$schema");

    private LiteralScan() {}

    static void of(StackSpec spec, Limits limits, Consumer<Literal> seen) {
        for (Member member : spec.members()) {
            member.text()
                    .ifPresent(text -> MemberText.parse(member.ref(), Optional.empty(), text, limits)
                            .documents()
                            .forEach(document -> document(member, document, seen)));
        }
    }

    private static void document(Member member, YamlDocument document, Consumer<Literal> seen) {
        Optional<YamlNode> root = document.root().map(YamlNode::resolve);
        if (root.isEmpty()) {
            return;
        }
        if (member instanceof Addon) {
            walk(member, document.index(), "", root.get(), member.name(), "", seen);
        } else if (root.get() instanceof YamlMapping list
                && text(list, "kind").endsWith("List")
                && list.get("items").map(YamlNode::resolve).orElse(null) instanceof YamlSequence items) {
            for (int i = 0; i < items.items().size(); i++) {
                object(member, document.index(), "/items/" + i, items.items().get(i), seen);
            }
        } else {
            object(member, document.index(), "", root.get(), seen);
        }
    }

    private static void object(Member member, int document, String path, YamlNode node, Consumer<Literal> seen) {
        if (node instanceof YamlMapping object && !NO_KINDS.contains(text(object, "kind"))) {
            String owner = object.get("metadata")
                    .map(YamlNode::resolve)
                    .filter(YamlMapping.class::isInstance)
                    .map(metadata -> text((YamlMapping) metadata, "name"))
                    .filter(name -> !name.isEmpty() && name.indexOf('$') < 0)
                    .orElse(member.name());
            walk(member, document, path, node, owner, text(object, "kind"), seen);
        }
    }

    private static void walk(
            Member member,
            int document,
            String path,
            YamlNode node,
            String owner,
            String kind,
            Consumer<Literal> seen) {
        YamlWalk.scalars(path, node, (pointer, scalar) -> {
            List<String> keys = YamlPointer.tokens(pointer.substring(path.length())).stream()
                    .filter(step -> !step.matches("[0-9]{1,9}"))
                    .toList();
            if (scalar.text().length() <= LONGEST && keys.stream().noneMatch(NO_KEYS::contains)) {
                String key = key(node, pointer.substring(path.length()), keys);
                seen.accept(new Literal(
                        member.ref(), owner, kind, document, pointer, keys, key, scalar, hidden(scalar.text())));
            }
        });
    }

    /** A container's variable goes by its name. */
    private static String key(YamlNode root, String pointer, List<String> keys) {
        String last = keys.isEmpty() ? "" : keys.get(keys.size() - 1);
        if (!last.equals("value") || !pointer.endsWith("/value")) {
            return last;
        }
        YamlNode at = root;
        for (String step : YamlPointer.tokens(pointer.substring(0, pointer.length() - "/value".length()))) {
            if (at.resolve() instanceof YamlMapping mapping) {
                at = mapping.get(step).orElse(root);
            } else if (at.resolve() instanceof YamlSequence items && step.matches("[0-9]{1,9}")) {
                at = items.items().get(Integer.parseInt(step));
            }
        }
        String name = at.resolve() instanceof YamlMapping entry ? text(entry, "name") : "";
        return name.isEmpty() ? last : name;
    }

    private static String hidden(String text) {
        if (!text.contains("${{")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            for (int i = token.start(); i < token.end(); i++) {
                out.setCharAt(i, HIDDEN);
            }
        }
        return out.toString();
    }

    private static String text(YamlMapping mapping, String key) {
        return mapping.get(key)
                .map(YamlNode::resolve)
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
    }
}
