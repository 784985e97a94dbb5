package io.stackprofile.core.internal.template;

import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of members that may hold placeholders: namespace, chart name and version, repository, registry. */
public final class FieldTexts {

    private FieldTexts() {}

    /**
     * The member with every such field mapped; the same one when none changes.
     *
     * @param mapper the field's new text from its name, for errors, and its text
     */
    public static Member map(Member member, BinaryOperator<String> mapper) {
        Optional<String> namespace = member.namespace().map(text -> mapper.apply("namespace", text));
        if (member instanceof Manifest manifest) {
            return namespace.equals(member.namespace())
                    ? member
                    : Manifest.builder()
                            .name(manifest.name())
                            .namespace(namespace)
                            .content(manifest.content())
                            .addAllParents(manifest.parents())
                            .build();
        }
        Addon addon = (Addon) member;
        Addon mapped = Addon.builder()
                .name(addon.name())
                .chartName(mapper.apply("chart name", addon.chartName()))
                .chartVersion(mapper.apply("chart version", addon.chartVersion()))
                .repositoryUrl(addon.repositoryUrl().map(text -> mapper.apply("repository", text)))
                .registryName(addon.registryName().map(text -> mapper.apply("registry", text)))
                .namespace(namespace)
                .values(addon.values())
                .addAllParents(addon.parents())
                .build();
        return mapped.equals(addon) ? addon : mapped;
    }

    /** The names of the parameters that have a placeholder in a field, in order of their first. */
    public static Set<String> parameters(Member member) {
        Set<String> names = new LinkedHashSet<>();
        live(member).forEach((token, field) -> names.add(token.name()));
        return names;
    }

    /** Every placeholder in a field for which binding would refuse the member. */
    public static List<Finding> problems(Member member, Map<String, Parameter> parameters) {
        List<Finding> findings = new ArrayList<>();
        live(member).forEach((token, field) -> {
            TemplateFlaw flaw = flaw(token, field, parameters);
            if (flaw != null) {
                findings.add(flaw.finding(Location.member(member.ref())));
            }
        });
        return findings;
    }

    /** Requires that every placeholder in a field can be bound; the first fault is thrown. */
    public static void require(Member member, Map<String, Parameter> parameters) {
        live(member).forEach((token, field) -> {
            TemplateFlaw flaw = flaw(token, field, parameters);
            if (flaw != null) {
                throw flaw.at(Location.member(member.ref()));
            }
        });
    }

    private static Map<Token, String> live(Member member) {
        Map<Token, String> live = new LinkedHashMap<>();
        map(member, (field, text) -> {
            TokenScan.all(text).stream().filter(Token::isLive).forEach(token -> live.put(token, field));
            return text;
        });
        return live;
    }

    private static @Nullable TemplateFlaw flaw(Token token, String field, Map<String, Parameter> parameters) {
        if (token.flaw() != null) {
            return TemplateFlaw.of(token, token.flaw());
        }
        Parameter parameter = parameters.get(token.name());
        if (parameter == null) {
            return TemplateFlaw.unknownParameter(token.name(), parameters.keySet());
        }
        if (parameter.type() == ParameterType.SECRET) {
            return TemplateFlaw.secretField(token, field);
        }
        String filter = token.filter();
        return filter == null || Filter.find(filter).isPresent() ? null : TemplateFlaw.unknownFilter(token, filter);
    }
}
