package io.stackprofile.core.internal.suggest;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.VariableRewrite;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests parameters for literals that look as if they belonged to one environment. */
public final class Suggestions {

    private static final int MOST = 500;

    private final Map<String, List<Sighting>> groups = new LinkedHashMap<>();
    // What earlier sightings cover of each scalar.
    private final IdentityHashMap<YamlScalar, List<Sighting>> claimed = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();

    private Suggestions() {}

    /**
     * At most 500 suggestions, in the order of kinds and places. No two overlap, and each can be applied as it is.
     *
     * @throws io.stackprofile.error.InvalidContentException when a member is not YAML
     */
    public static List<ParameterSuggestion> of(StackSpec spec, List<Parameter> parameters, Limits limits) {
        List<Sighting> hosts = new ArrayList<>();
        List<Sighting> others = new ArrayList<>();
        LiteralScan.of(spec, limits, literal -> {
            HostRule.see(literal, hosts::add);
            ScaleRule.see(literal, others::add);
            CloudRule.see(literal, others::add);
            ImageRule.see(literal, others::add);
        });
        Suggestions suggestions = new Suggestions();
        parameters.forEach(parameter -> suggestions.names.add(parameter.name()));
        HostRule.byDomain(hosts).forEach(suggestions::add);
        others.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .forEach(suggestions::add);
        return suggestions.groups.values().stream()
                .limit(MOST)
                .map(suggestions::suggestion)
                .toList();
    }

    private void add(Sighting sighting) {
        List<Sighting> before = claimed.computeIfAbsent(sighting.literal().scalar(), scalar -> new ArrayList<>());
        boolean repeated = before.stream().anyMatch(other -> other.group().equals(sighting.group()));
        if (!repeated && isApplicable(sighting) && before.stream().noneMatch(other -> touches(other, sighting))) {
            before.add(sighting);
            groups.computeIfAbsent(sighting.group(), group -> new ArrayList<>()).add(sighting);
        }
    }

    /** Whether every occurrence of the one's text is apart from every occurrence of the other's. */
    private static boolean touches(Sighting one, Sighting other) {
        return one.text().contains(other.text()) || other.text().contains(one.text());
    }

    /** A part of a plain text in a flow collection, or of a text over several lines, takes no placeholder. */
    private static boolean isApplicable(Sighting sighting) {
        if (sighting.isWhole()) {
            return true;
        }
        YamlScalar scalar = sighting.literal().scalar();
        boolean bare = scalar.style() == ScalarStyle.PLAIN && scalar.context().inFlow();
        String text = scalar.text();
        int count = 0;
        for (int at = text.indexOf(sighting.text()); at >= 0; at = text.indexOf(sighting.text(), at + 1)) {
            count++;
        }
        // A tag that stands in the image's name too would change both.
        boolean once = sighting.kind() != ParameterSuggestion.Kind.IMAGE || count == 1;
        return !bare && once && !scalar.text().stripLeading().startsWith("{");
    }

    private ParameterSuggestion suggestion(List<Sighting> group) {
        Sighting first = group.get(0);
        boolean whole = group.stream().allMatch(Sighting::isWhole);
        ParameterValue value = whole ? value(first.literal().scalar()) : ParameterValue.of(first.text());
        return ParameterSuggestion.builder()
                .name(VariableRewrite.free(legal(first.name()), names))
                .type(value.kind() == ParameterValue.Kind.NUMBER ? ParameterType.NUMBER : ParameterType.STRING)
                .defaultValue(value)
                .kind(first.kind())
                .reason(first.reason())
                .part(whole ? Optional.empty() : Optional.of(first.text()))
                .addAllPlaces(group.stream()
                        .map(sighting -> sighting.literal().location())
                        .toList())
                .build();
    }

    private static ParameterValue value(YamlScalar scalar) {
        YamlValue value = scalar.value();
        boolean number = value.kind() == YamlValue.Kind.INTEGER || value.kind() == YamlValue.Kind.FLOAT;
        return number
                ? ParameterValue.of(new BigDecimal(value.json())).spelled(scalar.text())
                : ParameterValue.of(scalar.text());
    }

    /** Words of lower case with underscores between: {@code prometheusSpec} gives {@code prometheus_spec}. */
    private static String legal(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_");
    }
}
