package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.SecretSlot;
import io.stackprofile.stack.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a member of a draft into what is deployed: escapes undone, and each secret's place known. */
public final class SecretSlots {

    private SecretSlots() {}

    /**
     * The member as it is committed. Its text is final but for the placeholders of {@code secretParameters}, whose slots
     * give offsets and pointers into that text.
     *
     * @throws io.stackprofile.error.InvalidContentException when another placeholder is left, or a secret's stands where
     *     none can
     */
    public static CommitMember of(Member member, Set<String> secretParameters, Limits limits) {
        String text = member.text().orElse("");
        Map<String, Parameter> secrets = new LinkedHashMap<>();
        secretParameters.forEach(name -> secrets.put(name, secret(name)));
        List<Slot> slots = Template.compile(member.ref(), Optional.empty(), text, secrets, limits)
                .slots();
        String unescaped = Placeholders.unescape(text);
        Member whole = unescaped.equals(text) ? member : member.withText(unescaped);
        CommitMember.Builder committed = CommitMember.builder()
                .member(FieldTexts.map(whole, (field, written) -> Placeholders.unescape(written)));
        List<Token> escaped =
                TokenScan.all(text).stream().filter(token -> !token.isLive()).toList();
        int before = 0;
        for (Slot slot : slots) {
            while (before < escaped.size() && escaped.get(before).start() < slot.start()) {
                before++;
            }
            committed.addSecrets(secretSlot(slot, before));
        }
        return committed.build();
    }

    private static SecretSlot secretSlot(Slot slot, int dollarsLess) {
        return SecretSlot.builder()
                .parameter(slot.parameter())
                // A secret is text; within its quotes it is written as it is.
                .filter(slot.filter().filter(filter -> !filter.equals(Filter.TYPED.label())))
                .document(slot.document())
                .path(Placeholders.unescape(slot.path()))
                .start(slot.start() - dollarsLess)
                .end(slot.end() - dollarsLess)
                .build();
    }

    private static Parameter secret(String name) {
        return Parameter.builder().name(name).type(ParameterType.SECRET).build();
    }
}
