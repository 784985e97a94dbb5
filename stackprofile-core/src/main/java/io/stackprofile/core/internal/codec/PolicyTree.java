package io.stackprofile.core.internal.codec;

import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How secrets were told, as a tree; nothing where it was as the library does by itself. */
final class PolicyTree {

    private static final List<String> POLICY = List.of("mode", "overrides", "secretNames", "harmlessNames");
    private static final List<String> OVERRIDE = List.of("effect", "member", "kind", "path", "rule", "reason");

    private PolicyTree() {}

    static Optional<Map<String, Object>> of(RedactionPolicy policy) {
        return policy.equals(RedactionPolicy.balanced())
                ? Optional.empty()
                : Optional.of(new Entries()
                        .put("mode", Fields.label(policy.mode()))
                        .put("overrides", policy.overrides(), PolicyTree::of)
                        .put("secretNames", policy.secretNames().stream().toList(), Function.identity())
                        .put("harmlessNames", policy.harmlessNames().stream().toList(), Function.identity())
                        .map());
    }

    static RedactionPolicy read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, POLICY);
        RedactionPolicy.Builder builder = RedactionPolicy.builder()
                .mode(fields.choice("mode", RedactionMode.values()))
                .addAllOverrides(fields.list("overrides", PolicyTree::override))
                .addAllSecretNames(fields.texts("secretNames"))
                .addAllHarmlessNames(fields.texts("harmlessNames"));
        return fields.build(builder::build);
    }

    private static Map<String, Object> of(RedactionOverride override) {
        return new Entries()
                .put("effect", Fields.label(override.effect()))
                .put("member", override.member())
                .put("kind", override.kind())
                .put("path", override.path())
                .put("rule", override.rule())
                .put("reason", override.reason())
                .map();
    }

    private static RedactionOverride override(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, OVERRIDE);
        RedactionOverride.Builder builder = RedactionOverride.builder()
                .effect(fields.choice("effect", RedactionOverride.Effect.values()))
                .member(fields.optionalText("member"))
                .kind(fields.optionalText("kind"))
                .path(fields.optionalText("path"))
                .rule(fields.optionalText("rule"))
                .reason(fields.text("reason"));
        return fields.build(builder::build);
    }
}
