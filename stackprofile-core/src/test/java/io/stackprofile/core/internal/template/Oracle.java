package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlTree;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a bound template must read as, by replacing in the tree that the template reads as. */
final class Oracle {

    static final MemberRef REF = MemberRef.manifest("apps/tracking.yaml");

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterValue> values = new LinkedHashMap<>();

    Oracle value(String name, ParameterValue value) {
        ParameterType type = switch (value.kind()) {
            case STRING -> ParameterType.STRING;
            case NUMBER -> ParameterType.NUMBER;
            case BOOLEAN -> ParameterType.BOOLEAN;
        };
        parameters.put(name, Parameter.builder().name(name).type(type).build());
        values.put(name, value);
        return this;
    }

    Oracle secret(String name) {
        parameters.put(
                name,
                Parameter.builder()
                        .name(name)
                        .type(ParameterType.SECRET)
                        .required(true)
                        .build());
        return this;
    }

    Template compile(String text) {
        return Template.compile(REF, Optional.empty(), text, parameters, Limits.defaults());
    }

    String render(String text) {
        return compile(text).render(values);
    }

    /** Renders, and requires that nothing but the values changed, for the draft as for what is deployed. */
    String prove(String text) {
        String draft = render(text);
        CommentCursor comments = new CommentCursor(YamlFile.parse(draft).comments());
        List<Token> live = TokenScan.all(draft).stream()
                .filter(token -> token.isLive() && !comments.holds(token.start()))
                .toList();
        assertThat(live)
                .as("placeholders left in:%n%s", draft)
                .allMatch(token -> !values.containsKey(token.name()) && parameters.containsKey(token.name()));
        List<Slot> kept = compile(text).slots().stream()
                .filter(slot -> !values.containsKey(slot.parameter()))
                .toList();
        assertThat(live).as("secrets kept in:%n%s", draft).hasSameSizeAs(kept);
        String deployed = Placeholders.unescape(draft);
        assertThat(trees(deployed))
                .as("deployed:%n%s", deployed)
                .isEqualTo(trees(text).stream().map(this::bind).toList());
        assertThat(comments(deployed)).isEqualTo(comments(Placeholders.unescape(text)));
        return draft;
    }

    static List<Object> trees(String text) {
        List<Object> trees = new ArrayList<>();
        for (YamlDocument document : YamlFile.parse(text).documents()) {
            trees.add(document.root().map(YamlTree::of).orElse(null));
        }
        return trees;
    }

    private static List<String> comments(String text) {
        return YamlFile.parse(text).comments().stream().map(YamlComment::text).toList();
    }

    private Object bind(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> bound = new LinkedHashMap<>();
            map.forEach((key, value) -> bound.put(
                    key.equals("text") ? "text" : string(String.valueOf(key)),
                    key.equals("text") ? string((String) value) : bind(value)));
            return bound;
        }
        if (tree instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(this::bind).toList());
        }
        return tree instanceof String text ? scalar(text) : tree;
    }

    /** A text that is only a placeholder is typed, unless its key is {@code text}. */
    private Object scalar(String text) {
        for (Map.Entry<String, ParameterValue> value : values.entrySet()) {
            String token = "${{ parameters." + value.getKey();
            if (text.equals(token + " }}") || text.equals(token + " | typed }}")) {
                return typed(value.getValue());
            }
        }
        return string(text);
    }

    private static Object typed(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case BOOLEAN -> Boolean.valueOf(value.text());
            case NUMBER -> number(value);
        };
    }

    private static Object number(ParameterValue value) {
        Object read = trees(value.text()).get(0);
        assertThat(new BigDecimal(YamlValue.of(read).json()).doubleValue())
                .isEqualTo(new BigDecimal(value.text()).doubleValue());
        return value.spelling().map(spelling -> trees(spelling).get(0)).orElse(read);
    }

    private String string(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Token token : TokenScan.all(text)) {
            out.append(text, at, token.start());
            at = token.end();
            ParameterValue value = values.get(token.name());
            if (!token.isLive()) {
                out.append(text, token.start() + 1, token.end());
            } else if (value == null) {
                out.append(text, token.start(), token.end());
            } else {
                boolean spelled = value.kind() != ParameterValue.Kind.STRING;
                out.append(spelled ? value.spelling().orElse(value.text()) : value.text());
            }
        }
        return out.append(text.substring(at)).toString();
    }
}
