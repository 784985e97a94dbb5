package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Overruled;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.Slot;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the defaults of parameters by where these stand: what would be a secret if it were written there is one. For
 * one call; it holds defaults in the clear.
 */
final class DefaultScan {

    private final Knowledge knowledge;
    private final Limits limits;
    private final ScanPolicy policy;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterValue> defaults = new HashMap<>();

    DefaultScan(List<Parameter> parameters, Knowledge knowledge, Limits limits, ScanPolicy policy) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.policy = policy;
        for (Parameter parameter : parameters) {
            this.parameters.put(parameter.name(), parameter);
            if (parameter.type() == ParameterType.STRING || parameter.type() == ParameterType.ENUM) {
                parameter
                        .defaultValue()
                        .filter(value -> !value.text().isBlank())
                        .ifPresent(value -> defaults.put(parameter.name(), value));
            }
        }
    }

    /**
     * What one member says of the defaults that stand in it.
     *
     * @param hits the parameters whose defaults are secrets there, with what says so
     * @param allowed those of which an allow says that they are none
     * @param met the numbers of the overrides that cover something there
     */
    record Found(Map<String, Hit> hits, Map<String, DefaultHits.Allowed> allowed, Set<Integer> met) {

        static final Found NOTHING = new Found(Map.of(), Map.of(), Set.of());
    }

    /** What {@code member} says of the defaults it has. */
    Found find(Member member, List<String> encryptedPaths) {
        String text = member.text().orElse("");
        if (defaults.isEmpty() || !Tokens.present(text)) {
            return Found.NOTHING;
        }
        Template template = Template.sound(member.ref(), text, parameters, limits);
        List<Slot> slots = template.slots().stream()
                .filter(slot -> defaults.containsKey(slot.parameter()))
                .toList();
        if (slots.isEmpty()) {
            return Found.NOTHING;
        }
        MemberScan written = MemberScan.of(
                member.ref(),
                MemberText.parse(member.ref(), Optional.empty(), template.renderKnown(defaults), limits),
                encryptedPaths,
                knowledge,
                MemberText.yamlLimits(limits),
                policy);
        Map<String, Hit> hits = new LinkedHashMap<>();
        Map<String, DefaultHits.Allowed> allowed = new LinkedHashMap<>();
        Map<String, List<Slot>> byPlace = new HashMap<>();
        slots.forEach(slot -> byPlace.computeIfAbsent(place(slot.document(), slot.path()), p -> new ArrayList<>())
                .add(slot));
        written.sightings().forEach(sighting -> held(byPlace, sighting).forEach(hits::putIfAbsent));
        for (Overruled.InScalar found : written.overruled().scalars()) {
            held(byPlace, found.sighting())
                    .forEach((name, hit) ->
                            allowed.putIfAbsent(name, new DefaultHits.Allowed(hit, found.allow(), found.stands())));
        }
        return new Found(hits, allowed, written.overruled().met());
    }

    /** The defaults that stand in what was found, by parameter. */
    private Map<String, Hit> held(Map<String, List<Slot>> byPlace, Sighting sighting) {
        Map<String, Hit> held = new LinkedHashMap<>();
        String place = place(sighting.document(), sighting.place().pointer());
        for (Slot slot : byPlace.getOrDefault(place, List.of())) {
            String value = defaults.getOrDefault(slot.parameter(), ParameterValue.of(""))
                    .text();
            if (sighting.hit().secret().contains(value.strip())) {
                held.putIfAbsent(slot.parameter(), sighting.hit().as(0, value.length(), value, Filter.NONE));
            }
        }
        return held;
    }

    private static String place(int document, String pointer) {
        return document + pointer;
    }

    /** Says how many, never what. */
    @Override
    public String toString() {
        return "DefaultScan[" + defaults.size() + "]";
    }
}
