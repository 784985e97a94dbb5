package io.stackprofile.benchmarks;

import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;

/** What one writes by hand: each member loaded by snakeyaml-engine, its strings replaced, and dumped again. */
final class ParseWalkEmit {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{ parameters\\.(\\w+) }}");

    private final List<String> templates;
    private final Map<String, ParameterValue> values;

    ParseWalkEmit(BoundStack stack) {
        this.templates = stack.members().stream().map(MemberSource::ours).toList();
        this.values = stack.values();
    }

    List<String> bind() {
        Dump dump = new Dump(DumpSettings.builder().build());
        List<String> bound = new ArrayList<>(templates.size());
        for (String template : templates) {
            List<@Nullable Object> documents = new ArrayList<>();
            new Load(Engine.SETTINGS).loadAllFromString(template).forEach(document -> documents.add(walk(document)));
            bound.add(dump.dumpAllToString(documents.iterator()));
        }
        return bound;
    }

    private @Nullable Object walk(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> walked = new LinkedHashMap<>();
            map.forEach((key, value) -> walked.put(key, walk(value)));
            return walked;
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> walked = new ArrayList<>(list.size());
            list.forEach(item -> walked.add(walk(item)));
            return walked;
        }
        return node instanceof String text && text.contains("${{ parameters.") ? bound(text) : node;
    }

    private @Nullable Object bound(String text) {
        Matcher token = TOKEN.matcher(text);
        if (!token.find()) {
            return text;
        }
        ParameterValue value = values.get(token.group(1));
        if (value == null) {
            throw new IllegalStateException("no value for " + token.group(1));
        }
        String written = token.replaceFirst(Matcher.quoteReplacement(value.text()));
        return token.start() == 0 && token.end() == text.length() ? typed(value) : written;
    }

    private static Object typed(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> value.text();
            case BOOLEAN -> Boolean.valueOf(value.text());
            case NUMBER -> new BigDecimal(value.text()).intValueExact();
        };
    }
}
