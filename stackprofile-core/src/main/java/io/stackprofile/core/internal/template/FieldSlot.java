package io.stackprofile.core.internal.template;

import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A placeholder in a member's field.
 *
 * @param parameter the parameter's name
 * @param filter the filter, as written
 * @param field the field's name, such as {@code chart version}
 */
public record FieldSlot(String parameter, Optional<String> filter, String field) {

    /** The placeholders in a member's fields, in order; those that cannot be read are left out. */
    public static List<FieldSlot> of(Member member) {
        List<FieldSlot> slots = new ArrayList<>();
        FieldTexts.map(member, (field, text) -> {
            TokenScan.all(text).stream().filter(FieldSlot::isSound).forEach(token -> slots.add(slot(token, field)));
            return text;
        });
        return slots;
    }

    /** The member with every placeholder of {@code parameter} in its fields naming {@code to} instead. */
    public static Member rename(Member member, String parameter, String to) {
        return replace(
                member,
                parameter,
                slot -> "${{ parameters." + to
                        + slot.filter().map(filter -> " | " + filter).orElse("") + " }}");
    }

    /** The member with {@code value} in every placeholder of {@code parameter} in its fields. */
    public static Member bind(Member member, String parameter, ParameterValue value) {
        return replace(
                member,
                parameter,
                slot -> Placeholders.escape(slot.filter()
                        .flatMap(Filter::find)
                        .map(filter -> filter.apply(value))
                        .orElseGet(() -> Spelling.text(value))));
    }

    private static Member replace(Member member, String parameter, Function<FieldSlot, String> written) {
        return FieldTexts.map(member, (field, text) -> {
            StringBuilder out = new StringBuilder(text.length() + 16);
            int copied = 0;
            for (Token token : TokenScan.all(text)) {
                if (isSound(token) && token.name().equals(parameter)) {
                    out.append(text, copied, token.start()).append(written.apply(slot(token, field)));
                    copied = token.end();
                }
            }
            return copied == 0 ? text : out.append(text, copied, text.length()).toString();
        });
    }

    private static boolean isSound(Token token) {
        return token.isLive() && token.flaw() == null;
    }

    private static FieldSlot slot(Token token, String field) {
        return new FieldSlot(token.name(), Optional.ofNullable(token.filter()), field);
    }
}
