package io.stackprofile.core.internal.render;

import io.stackprofile.diff.GraphNode;
import io.stackprofile.diff.MemberDiff;
import io.stackprofile.diff.ValueChange;
import io.stackprofile.diff.Verdict;
import io.stackprofile.diff.VersionDiff;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Writes a diff as the JSON that {@code META-INF/stackprofile/diff-1.schema.json} describes. */
final class JsonDiff {

    private static final String FORMAT = "stackprofile.io/diff/1";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    // The same line ends on every system.
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonDiff() {}

    static String write(VersionDiff diff) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("profile", diff.profileId().toString());
        root.set(
                "from",
                NODES.objectNode()
                        .put("version", diff.fromVersion())
                        .put("digest", diff.fromDigest().toString()));
        root.set("to", newer(diff));
        root.put("impact", DiffRows.word(diff.impact()));
        root.put("identical", diff.identical());
        changes(root, diff);
        return WRITER.writeValueAsString(root) + "\n";
    }

    private static void changes(ObjectNode root, VersionDiff diff) {
        root.set("fields", array(diff.fields(), JsonDiff::change));
        root.set(
                "parameters",
                array(
                        diff.parameters(),
                        parameter -> entry(
                                parameter.name(),
                                DiffRows.word(parameter.change()),
                                parameter.verdict(),
                                parameter.fields())));
        root.set(
                "secrets",
                array(
                        diff.secrets(),
                        secret -> NODES.objectNode()
                                .put("name", secret.name())
                                .put("value", DiffRows.word(secret.state()))));
        root.set(
                "rules",
                array(
                        diff.rules(),
                        rule -> entry(rule.name(), DiffRows.word(rule.change()), rule.verdict(), rule.fields())));
        root.set("members", array(diff.members(), JsonDiff::member));
        ObjectNode graph = root.putObject("graph");
        graph.set("from", array(diff.fromGraph(), JsonDiff::node));
        graph.set("to", array(diff.toGraph(), JsonDiff::node));
    }

    private static ObjectNode newer(VersionDiff diff) {
        ObjectNode to = NODES.objectNode();
        diff.toVersion().ifPresent(version -> to.put("version", version));
        diff.toDraft().ifPresent(draft -> to.put("draft", draft.toString()));
        return to.put("digest", diff.toDigest().toString());
    }

    private static JsonNode entry(String name, String change, Optional<Verdict> verdict, List<ValueChange> fields) {
        ObjectNode entry = NODES.objectNode();
        entry.put("name", name);
        entry.put("change", change);
        verdict.ifPresent(said -> entry.set("verdict", verdict(said)));
        entry.set("fields", array(fields, JsonDiff::change));
        return entry;
    }

    private static JsonNode member(MemberDiff member) {
        ObjectNode node = NODES.objectNode();
        node.put("member", member.ref().toString());
        node.put("change", DiffRows.word(member.change()));
        member.renamedFrom().ifPresent(earlier -> node.put("renamedFrom", earlier.toString()));
        member.chartBump().ifPresent(bump -> node.put("chartBump", DiffRows.word(bump)));
        node.put("impact", DiffRows.word(member.impact()));
        node.set("verdicts", array(member.verdicts(), JsonDiff::verdict));
        node.set("fields", array(member.fields(), JsonDiff::change));
        node.set("addedParents", array(member.addedParents(), ref -> NODES.stringNode(ref.toString())));
        node.set("removedParents", array(member.removedParents(), ref -> NODES.stringNode(ref.toString())));
        node.set("values", array(member.values(), JsonDiff::change));
        node.put("textReplaced", member.textReplaced());
        member.unified().ifPresent(text -> node.put("unified", text));
        return node;
    }

    private static JsonNode change(ValueChange change) {
        ObjectNode node = NODES.objectNode();
        node.put("change", DiffRows.word(change.change()));
        node.put("document", change.document());
        node.put("path", change.path());
        change.beforePath().ifPresent(path -> node.put("beforePath", path));
        // Values are JSON already, and stay as they are written.
        change.before().ifPresent(json -> node.putRawValue("before", new RawValue(json)));
        change.after().ifPresent(json -> node.putRawValue("after", new RawValue(json)));
        node.set("verdict", verdict(change.verdict()));
        if (!change.embedded().isEmpty()) {
            node.set("embedded", array(change.embedded(), JsonDiff::change));
        }
        change.unified().ifPresent(text -> node.put("unified", text));
        return node;
    }

    private static JsonNode verdict(Verdict verdict) {
        return NODES.objectNode()
                .put("impact", DiffRows.word(verdict.impact()))
                .put("rule", verdict.rule())
                .put("reason", verdict.reason());
    }

    private static JsonNode node(GraphNode node) {
        ObjectNode object = NODES.objectNode();
        object.put("member", node.ref().toString());
        object.set("parents", array(node.parents(), ref -> NODES.stringNode(ref.toString())));
        return object;
    }

    private static <T> ArrayNode array(List<T> items, Function<? super T, ? extends JsonNode> node) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(node.apply(item)));
        return array;
    }
}
