package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.clean.Owner.Role;
import io.stackprofile.core.internal.clean.Verdict.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gives a Secret its {@code stringData} back: the API server keeps all data encoded, the evidence tells what was text. */
final class SecretStrings {

    private final Map<?, ?> applied;
    private final Owners owners;

    SecretStrings(Evidence evidence) {
        this.applied = evidence.lastApplied().orElse(Map.of());
        this.owners = evidence.owners();
    }

    /** The secret with what was given as text under {@code stringData}, as it is now; the same one when nothing was. */
    Map<?, ?> restore(Map<?, ?> secret, BiConsumer<Place, Reason> report) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        Place place = Place.root(secret);
        LiveTree.map(secret, "data").forEach((name, value) -> {
            String key = Objects.toString(name);
            Optional<String> text = wasText(key) ? decode(value) : Optional.empty();
            text.ifPresentOrElse(found -> texts.put(key, found), () -> data.put(key, value));
            text.ifPresent(found ->
                    report.accept(place.child("data", null).child(key, null), Reason.of(LiveRule.SECRET_STRING_DATA)));
        });
        if (texts.isEmpty()) {
            return secret;
        }
        Map<String, @Nullable Object> restored = new LinkedHashMap<>();
        secret.forEach((key, value) -> restored.put(Objects.toString(key), value));
        restored.put("data", data);
        if (data.isEmpty()) {
            restored.remove("data");
        }
        restored.put("stringData", texts);
        return restored;
    }

    private boolean wasText(String key) {
        if (LiveTree.map(applied, "stringData").containsKey(key)) {
            return true;
        }
        boolean asText = false;
        for (Owner owner : owners.all()) {
            if (owns(owner, "data", key)) {
                return false;
            }
            asText |= owner.role() == Role.APPLIER && owns(owner, "stringData", key);
        }
        return asText;
    }

    private static boolean owns(Owner owner, String field, String key) {
        FieldSet set = owner.fields().field(field);
        return set != null && set.field(key) != null;
    }

    private static Optional<String> decode(@Nullable Object value) {
        if (!(value instanceof String encoded)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
