package io.stackprofile.core.internal.codec;

import io.stackprofile.core.internal.tree.Entries;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.SecretRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fills a parameter, as a tree. A secret is there as its reference. */
final class BindingTree {

    private static final List<String> KNOWN = List.of("parameter", "source", "value", "secretRef");

    private BindingTree() {}

    static Map<String, Object> of(Binding binding) {
        return new Entries()
                .put("parameter", binding.parameter())
                .put("source", Fields.label(binding.source()))
                .put("value", binding.value().map(ValueTree::explicit))
                .put("secretRef", binding.secretRef().map(SecretRef::toString))
                .map();
    }

    static Binding read(@Nullable Object tree, String path) {
        Fields fields = Fields.of(tree, path, KNOWN);
        Binding.Builder builder = Binding.builder()
                .parameter(fields.text("parameter"))
                .source(fields.choice("source", BindingSource.values()))
                .value(fields.optionalValue("value", ValueTree::read))
                .secretRef(fields.optionalParsed("secretRef", SecretRef::parse));
        return fields.build(builder::build);
    }
}
