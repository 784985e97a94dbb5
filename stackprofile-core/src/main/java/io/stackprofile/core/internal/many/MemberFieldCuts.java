package io.stackprofile.core.internal.many;

import io.stackprofile.core.internal.many.Groups.Placed;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.stack.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts placeholders into a member's fields: its namespace, an add-on's chart, version and repository. */
final class MemberFieldCuts {

    private MemberFieldCuts() {}

    static Member apply(Member member, List<List<Placed>> spots) {
        Map<String, List<Placed>> byField = new HashMap<>();
        for (List<Placed> placed : spots) {
            String field = placed.get(0).spot().field();
            boolean secret =
                    placed.stream().anyMatch(place -> place.group().vector().secret());
            if (!field.isEmpty() && !secret) {
                byField.put(field, placed);
            }
        }
        return byField.isEmpty()
                ? member
                : FieldTexts.map(member, (field, text) -> written(text, byField.getOrDefault(field, List.of())));
    }

    private static String written(String text, List<Placed> placed) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int copied = 0;
        for (Placed place : placed) {
            out.append(text, copied, place.part().from())
                    .append("${{ parameters.")
                    .append(place.group().name())
                    .append(" }}");
            copied = place.part().to();
        }
        return out.append(text, copied, text.length()).toString();
    }
}
