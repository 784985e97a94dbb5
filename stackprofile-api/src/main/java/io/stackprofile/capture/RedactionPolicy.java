package io.stackprofile.capture;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How secrets are told, beyond what the library knows: a mode, a caller's word on some places, and words of the caller's
 * own vocabulary. A version and a draft keep the policy they were made with, so that what it allowed is known wherever
 * the content is looked at again.
 */
@Value.Immutable
public interface RedactionPolicy {

    /** How far redaction goes. */
    @Value.Default
    default RedactionMode mode() {
        return RedactionMode.BALANCED;
    }

    /** The caller's word on some places; a deny comes before an allow, whatever their order. */
    List<RedactionOverride> overrides();

    /**
     * Names whose values are secrets, beside the library's own: {@code licenceKey}, {@code shared salt}. A name is read
     * as words, whatever their case and what stands between them.
     */
    Set<String> secretNames();

    /** Names whose values are no secrets, though the library takes them for such: {@code sessionToken}. */
    Set<String> harmlessNames();

    /** Requires names that have words, each on one side only. */
    @Value.Check
    default void check() {
        Set<String> secret = normal("secretNames", secretNames());
        Set<String> harmless = normal("harmlessNames", harmlessNames());
        if (secret.stream().anyMatch(harmless::contains)) {
            throw new IllegalArgumentException("harmlessNames: a name stands in secretNames too");
        }
    }

    private static Set<String> normal(String field, Set<String> names) {
        Set<String> normal = new HashSet<>();
        for (String name : names) {
            boolean fits = name.length() <= 100 && name.chars().noneMatch(Character::isISOControl);
            if (!fits || name.chars().noneMatch(Character::isLetter)) {
                throw new IllegalArgumentException(field + ": a name has 1 to 100 characters, a letter among them");
            }
            normal.add(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
        }
        return normal;
    }

    /** The library's own knowledge and nothing else, {@link RedactionMode#BALANCED}. */
    static RedactionPolicy balanced() {
        return builder().build();
    }

    /** The library's own knowledge, {@link RedactionMode#STRICT}. */
    static RedactionPolicy strict() {
        return builder().mode(RedactionMode.STRICT).build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RedactionPolicy}. */
    final class Builder extends ImmutableRedactionPolicy.Builder {
        Builder() {}
    }
}
