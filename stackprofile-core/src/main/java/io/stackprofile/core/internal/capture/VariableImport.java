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
 * Makes parameters of the variables that members refer to.
 *
 * @param spec members in which references to variables have become placeholders
 * @param parameters those given, and a string parameter for each variable: with its value as default when the stack
 *     declares it, required when it belongs to the cluster or the organisation
 * @param variables the variable of each parameter that a running stack's was made to
 */
public record VariableImport(StackSpec spec, List<Parameter> parameters, Map<String, String> variables) {

    /** The variables of a running stack; what only looks like a placeholder in its members is escaped. */
    static VariableImport of(StackSpec spec, StackSnapshot snapshot, Limits limits) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        List<Parameter> parameters = new ArrayList<>();
        snapshot.variables().forEach((variable, value) -> {
            String name = VariableRewrite.free(variable, taken);
            names.put(variable, name);
            parameters.add(declared(name, variable, value));
        });
        StackSpec rewritten = rewritten(spec.map(VariableImport::escaped), snapshot.files(), names, parameters, limits);
        Map<String, String> variables = new LinkedHashMap<>();
        names.forEach((variable, name) -> variables.put(name, variable));
        return new VariableImport(rewritten, List.copyOf(parameters), variables);
    }

    /**
     * The variables in a template that was written elsewhere; the members are the same where there are none.
     *
     * @param declared the template's parameters; a variable of the same name as one of them is that parameter
     */
    public static VariableImport of(StackSpec template, List<Parameter> declared, Limits limits) {
        Map<String, String> names = new LinkedHashMap<>();
        declared.forEach(parameter -> names.put(parameter.name(), parameter.name()));
        List<Parameter> parameters = new ArrayList<>(declared);
        StackSpec rewritten = rewritten(template, Map.of(), names, parameters, limits);
        return new VariableImport(rewritten, List.copyOf(parameters), Map.of());
    }

    private static StackSpec rewritten(
            StackSpec spec,
            Map<MemberRef, String> files,
            Map<String, String> names,
            List<Parameter> parameters,
            Limits limits) {
        return spec.map(member -> {
            VariableRewrite rewrite =
                    Placeholders.variables(member, Optional.ofNullable(files.get(member.ref())), names, limits);
            rewrite.added().forEach((variable, name) -> {
                names.put(variable, name);
                parameters.add(undeclared(name, variable));
            });
            return rewrite.member();
        });
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
