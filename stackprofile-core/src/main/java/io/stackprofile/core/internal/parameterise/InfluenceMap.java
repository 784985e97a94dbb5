package io.stackprofile.core.internal.parameterise;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldSlot;
import io.stackprofile.core.internal.template.Slot;
import io.stackprofile.core.internal.template.SlotContext;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.core.internal.validate.SpecChecks;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterPlace;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells where each parameter is used. */
public final class InfluenceMap {

    private InfluenceMap() {}

    /** A use for each parameter, in their order. Placeholders that binding would refuse are not in it. */
    public static List<ParameterUse> of(
            StackSpec spec, List<Parameter> parameters, List<ParameterRule> rules, Limits limits) {
        Map<String, Parameter> known = SpecChecks.byName(parameters);
        Map<String, List<ParameterPlace>> places = new LinkedHashMap<>();
        parameters.forEach(parameter -> places.put(parameter.name(), new ArrayList<>()));
        for (Member member : spec.members()) {
            for (FieldSlot slot : FieldSlot.of(member)) {
                places.getOrDefault(slot.parameter(), new ArrayList<>()).add(place(member.ref(), slot));
            }
            member.text()
                    .ifPresent(text -> Template.sound(member.ref(), text, known, limits).slots().stream()
                            .forEach(slot -> places.getOrDefault(slot.parameter(), new ArrayList<>())
                                    .add(place(member.ref(), slot))));
        }
        return parameters.stream()
                .map(parameter -> use(parameter, places.getOrDefault(parameter.name(), List.of()), rules))
                .toList();
    }

    private static ParameterUse use(Parameter parameter, List<ParameterPlace> places, List<ParameterRule> rules) {
        return ParameterUse.builder()
                .parameter(parameter.name())
                .addAllPlaces(places)
                .addAllRules(rules.stream()
                        .filter(rule -> rule.parameters().contains(parameter.name()))
                        .map(ParameterRule::name)
                        .toList())
                .addAllSets(parameter.options().stream()
                        .flatMap(option -> option.sets().keySet().stream())
                        .distinct()
                        .toList())
                .build();
    }

    private static ParameterPlace place(MemberRef ref, FieldSlot slot) {
        return ParameterPlace.builder()
                .location(Location.member(ref))
                .standing(ParameterPlace.Standing.FIELD)
                .field(slot.field())
                .filter(slot.filter())
                .build();
    }

    private static ParameterPlace place(MemberRef ref, Slot slot) {
        return ParameterPlace.builder()
                .location(Location.builder()
                        .member(ref)
                        .document(slot.document())
                        .path(slot.path())
                        .line(slot.line())
                        .column(slot.column())
                        .build())
                .standing(standing(slot.context()))
                .filter(slot.filter())
                .build();
    }

    private static ParameterPlace.Standing standing(SlotContext context) {
        return switch (context) {
            case PLAIN, TYPED, QUOTED -> ParameterPlace.Standing.WHOLE;
            case BLOCK, EMBEDDED -> ParameterPlace.Standing.EMBEDDED;
            case KEY -> ParameterPlace.Standing.KEY;
        };
    }
}
