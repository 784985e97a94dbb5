package io.stackprofile.benchmarks;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.StackTemplate;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A stack in which parameters stand for parts of scalars, and the values to bind. The same every time.
 *
 * @param members the members to bind
 * @param values what to bind, by parameter
 */
record BoundStack(List<MemberSource> members, Map<String, ParameterValue> values) {

    /** No members. */
    static final BoundStack EMPTY = new BoundStack(List.of(), Map.of());

    private static final int PARAMETERS = 100;

    static BoundStack of(List<String> texts, Reach reach) {
        List<Optional<Place>> places = IntStream.range(0, texts.size())
                .mapToObj(i -> Place.choose(texts.get(i), i))
                .toList();
        List<Integer> bindable = IntStream.range(0, texts.size())
                .filter(i -> places.get(i).isPresent())
                .boxed()
                .toList();
        boolean everywhere = reach == Reach.EVERYWHERE;
        TreeSet<Integer> chosen = new TreeSet<>(bindable);
        if (!everywhere && bindable.size() > PARAMETERS) {
            chosen.clear();
            IntStream.range(0, PARAMETERS)
                    .forEach(i -> chosen.add(bindable.get((int) ((long) i * bindable.size() / PARAMETERS))));
        }
        List<MemberSource> members = new ArrayList<>();
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (chosen.contains(i)) {
                int number = chosen.headSet(i).size() % PARAMETERS;
                Place place = places.get(i).orElseThrow();
                values.putIfAbsent("p" + number, place.value(number));
                members.add(new MemberSource(texts.get(i), Optional.of(place), "p" + number));
            } else if (reach != Reach.TOUCHED) {
                members.add(new MemberSource(texts.get(i), Optional.empty(), ""));
            }
        }
        return new BoundStack(members, values);
    }

    /** Our template. */
    StackTemplate compile() {
        List<Member> manifests = new ArrayList<>();
        for (MemberSource member : members) {
            manifests.add(Manifest.builder()
                    .name("m" + manifests.size())
                    .content(member.ours())
                    .build());
        }
        List<Parameter> parameters = values.entrySet().stream()
                .map(value -> Parameter.builder()
                        .name(value.getKey())
                        .type(type(value.getValue()))
                        .required(true)
                        .build())
                .toList();
        return StackTemplate.compile(StackSpec.of(Optional.empty(), manifests), parameters, Limits.defaults());
    }

    /** The values as bindings of ours. */
    List<Binding> bindings() {
        return values.entrySet().stream()
                .map(value -> Binding.of(value.getKey(), value.getValue()))
                .toList();
    }

    /** The values as texts. */
    Map<String, String> textValues() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((parameter, value) -> texts.put(parameter, value.text()));
        return texts;
    }

    private static ParameterType type(ParameterValue value) {
        return switch (value.kind()) {
            case STRING -> ParameterType.STRING;
            case NUMBER -> ParameterType.NUMBER;
            case BOOLEAN -> ParameterType.BOOLEAN;
        };
    }
}
