package io.stackprofile.core.internal.template;

import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.Map;

/** Binds values into the fields of members that may hold placeholders: namespace, chart version, repository. */
final class MemberFields {

    private final Map<String, Parameter> parameters;
    private final Map<String, ParameterValue> values;

    MemberFields(Map<String, Parameter> parameters, Map<String, ParameterValue> values) {
        this.parameters = parameters;
        this.values = values;
    }

    /** The member with its fields bound; the same one when no field has a placeholder. */
    Member bind(Member member) {
        return FieldTexts.map(member, (field, text) -> bind(member.ref(), field, text));
    }

    private String bind(MemberRef ref, String field, String text) {
        StringBuilder out = null;
        int copied = 0;
        for (Token token = TokenScan.next(text, 0); token != null; token = TokenScan.next(text, token.end())) {
            if (token.isLive()) {
                out = out == null ? new StringBuilder(text.length() + 16) : out;
                out.append(text, copied, token.start()).append(Placeholders.escape(value(ref, field, token)));
                copied = token.end();
            }
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    private String value(MemberRef ref, String field, Token token) {
        Location location = Location.member(ref);
        if (token.flaw() != null) {
            throw TemplateFlaw.of(token, token.flaw()).at(location);
        }
        Parameter parameter = parameters.get(token.name());
        if (parameter == null) {
            throw TemplateFlaw.unknownParameter(token.name(), parameters.keySet())
                    .at(location);
        }
        ParameterValue value = values.get(token.name());
        if (parameter.type() == ParameterType.SECRET || value == null) {
            throw TemplateFlaw.secretField(token, field).at(location);
        }
        if (token.filter() == null) {
            return Spelling.text(value);
        }
        return Filter.find(token.filter())
                .map(filter -> filter.apply(value))
                .orElseThrow(() -> TemplateFlaw.unknownFilter(token, String.valueOf(token.filter()))
                        .at(location));
    }
}
