package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A rule between parameters as a tree: for digests, stores, exported documents and forms. */
public final class RuleTree {

    private static final List<String> KNOWN = List.of("name", "when", "require", "message");

    private RuleTree() {}

    /**
     * The rule's fields.
     *
     * @param value how a value is written
     */
    public static Map<String, Object> of(ParameterRule rule, Function<ParameterValue, Object> value) {
        return new Entries()
                .put("name", rule.name())
                .put("when", rule.when().map(condition -> ConditionTree.of(condition, value)))
                .put("require", ConditionTree.of(rule.require(), value))
                .put("message", rule.message())
                .map();
    }

    /** Reads a rule; values in either form of {@link ValueTree}. */
    public static ParameterRule read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        ParameterRule.Builder builder = ParameterRule.builder()
                .name(fields.text("name"))
                .when(fields.optionalValue("when", ConditionTree::read))
                .require(fields.value("require", ConditionTree::read))
                .message(fields.text("message"));
        return fields.build(builder::build);
    }

    /** Reads the list in {@code field}, in order; empty when missing; a name may stand there once. */
    public static List<ParameterRule> readAll(Fields fields, String field) {
        Set<String> names = new HashSet<>();
        return fields.list(field, (tree, path) -> {
            ParameterRule rule = read(tree, path);
            if (!names.add(rule.name())) {
                throw new Misfit(path, "an earlier rule has this name", "Rename one of the two or remove it.");
            }
            return rule;
        });
    }
}
