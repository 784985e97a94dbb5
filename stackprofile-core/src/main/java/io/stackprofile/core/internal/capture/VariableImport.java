package io.stackprofile.core.internal.capture;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.VariableRewrite;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes parameters of a stack's variables, and escapes what only looks like a placeholder of ours.
 *
 * @param spec members in which references to variables have become placeholders
 * @param parameters a string parameter for each variable: with its value as default when the stack declares it, required
 *     when it belongs to the cluster or the organisation
 * @param variables the variable of each of these parameters
 */
record VariableImport(StackSpec spec, List<Parameter> parameters, Map<String, String> variables) {

    static VariableImport of(StackSpec spec, StackSnapshot snapshot, Limits limits) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        List<Parameter> parameters = new ArrayList<>();
        snapshot.variables().forEach((variable, value) -> {
            String name = VariableRewrite.free(variable, taken);
            names.put(variable, name);
            parameters.add(declared(name, variable, value));
        });
        List<Member> members = new ArrayList<>();
        for (Member member : spec.members()) {
            Optional<String> file = Optional.ofNullable(snapshot.files().get(member.ref()));
            VariableRewrite rewrite = Placeholders.variables(escaped(member), file, names, limits);
            rewrite.added().forEach((variable, name) -> {
                names.put(variable, name);
                parameters.add(undeclared(name, variable));
            });
            members.add(rewrite.member());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        names.forEach((variable, name) -> variables.put(name, variable));
        return new VariableImport(StackSpec.of(spec.description(), members), List.copyOf(parameters), variables);
    }

    /** The members that undoing the import does not give back as they were in {@code source}. */
    List<MemberRef> changed(StackSpec source) {
        List<MemberRef> changed = new ArrayList<>();
        for (int i = 0; i < spec.members().size(); i++) {
            Member restored = VariableRewrite.undo(spec.members().get(i), variables);
            if (!restored.equals(source.members().get(i))) {
                changed.add(restored.ref());
            }
        }
        return changed;
    }

    private static Member escaped(Member member) {
        Optional<String> text = member.text().map(Placeholders::escape);
        Member escaped = text.equals(member.text()) ? member : member.withText(text.orElseThrow());
        return FieldTexts.map(escaped, (field, written) -> Placeholders.escape(written));
    }

    private static Parameter declared(String name, String variable, String value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .description("Stack variable " + variable + ".")
                .defaultValue(ParameterValue.of(value))
                .build();
    }

    private static Parameter undeclared(String name, String variable) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .description("Variable " + variable + " of the cluster or the organisation.")
                .required(true)
                .build();
    }
}
