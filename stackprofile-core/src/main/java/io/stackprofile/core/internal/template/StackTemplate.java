package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A version's members, each compiled once, to be bound as often as wanted. Immutable; safe to share between threads. */
public final class StackTemplate {

    private final StackSpec spec;
    private final Map<String, Parameter> parameters;
    private final Limits limits;
    private final List<Optional<Template>> templates;
    // Whether a member may change: it has placeholders in its text or in a field.
    private final boolean[] bindable;

    private StackTemplate(
            StackSpec spec, Map<String, Parameter> parameters, Limits limits, List<Optional<Template>> templates) {
        this.spec = spec;
        this.parameters = parameters;
        this.limits = limits;
        this.templates = templates;
        this.bindable = new boolean[templates.size()];
        for (int i = 0; i < bindable.length; i++) {
            boolean slots = templates.get(i).filter(Template::hasSlots).isPresent();
            bindable[i] = slots || !FieldTexts.parameters(spec.members().get(i)).isEmpty();
        }
    }

    /**
     * Compiles every member.
     *
     * @throws InvalidContentException as {@link Template#compile}, for the first member that is refused
     */
    public static StackTemplate compile(StackSpec spec, List<Parameter> parameters, Limits limits) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        Map<String, Parameter> known = Collections.unmodifiableMap(byName);
        List<Optional<Template>> templates = new ArrayList<>(spec.members().size());
        for (Member member : spec.members()) {
            templates.add(
                    member.text().map(text -> Template.compile(member.ref(), Optional.empty(), text, known, limits)));
        }
        return new StackTemplate(spec, known, limits, List.copyOf(templates));
    }

    /** The members' templates, in order; none for an add-on without values. */
    public List<Optional<Template>> templates() {
        return templates;
    }

    /**
     * The stack with values in its members' texts and in their fields. Secrets keep their placeholders. A member that has
     * no placeholder is the same member.
     *
     * @param resolved a binding for every parameter
     * @throws InvalidContentException as {@link Template#render}; {@link ErrorCode#LIMIT_EXCEEDED} when the values make
     *     the stack too large
     */
    public StackSpec bind(List<Binding> resolved) {
        Map<String, ParameterValue> values = new HashMap<>(2 * resolved.size());
        resolved.forEach(binding -> binding.value().ifPresent(value -> values.put(binding.parameter(), value)));
        MemberFields fields = new MemberFields(parameters, values);
        List<Member> bound = new ArrayList<>(spec.members());
        long size = 0;
        for (int i = 0; i < bindable.length; i++) {
            Member member = bound.get(i);
            String source = member.text().orElse("");
            String text = source;
            if (bindable[i]) {
                text = templates.get(i).map(template -> template.render(values)).orElse("");
                bound.set(i, fields.bind(text.equals(source) ? member : member.withText(text)));
            }
            size += text.length();
            requireSize(size, member);
        }
        return StackSpec.of(spec.description(), bound);
    }

    private void requireSize(long size, Member member) {
        if (size > limits.stackSize()) {
            throw new InvalidContentException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "with its values the stack is longer than " + limits.stackSize() + " characters",
                    "Bind shorter values, or raise the limit.",
                    Location.member(member.ref()));
        }
    }
}
