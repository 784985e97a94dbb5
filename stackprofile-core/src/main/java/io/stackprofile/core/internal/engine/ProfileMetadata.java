package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.profile.ProfileChanges;
import io.stackprofile.profile.Visibility;
import io.stackprofile.spi.store.ProfileRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new profile is called and filed under, as it is stored: empty texts are absent, tags normalised and once each.
 *
 * @param name its name
 * @param description what it is for
 * @param category one word to file it under
 * @param tags words to find it by
 * @param visibility who may see it
 */
record ProfileMetadata(
        String name,
        Optional<String> description,
        Optional<String> category,
        List<String> tags,
        Visibility visibility) {

    ProfileMetadata {
        description = present(description);
        category = present(category);
        tags = normalised(tags);
    }

    /** A stored profile's. */
    static ProfileMetadata of(ProfileRecord profile) {
        return new ProfileMetadata(
                profile.name(), profile.description(), profile.category(), profile.tags(), profile.visibility());
    }

    /** The same, with {@code changes} applied. */
    ProfileMetadata with(ProfileChanges changes) {
        return new ProfileMetadata(
                changes.name().orElse(name),
                changes.description().or(() -> description),
                changes.category().or(() -> category),
                changes.tags().orElse(tags),
                changes.visibility().orElse(visibility));
    }

    /** The names of the fields that differ. */
    List<String> changedFrom(ProfileMetadata before) {
        List<String> changed = new ArrayList<>();
        note("name", name, before.name, changed);
        note("description", description, before.description, changed);
        note("category", category, before.category, changed);
        note("tags", tags, before.tags, changed);
        note("visibility", visibility, before.visibility, changed);
        return changed;
    }

    private static void note(String field, Object now, Object before, List<String> changed) {
        if (!now.equals(before)) {
            changed.add(field);
        }
    }

    /** The same, with any secret in its free text masked. */
    ProfileMetadata masked(Sweep sweep) {
        return new ProfileMetadata(name, description.map(sweep::mask), category, tags, visibility);
    }

    /** Requires that no secret stands in it. */
    void requireClean(Sweep sweep) {
        sweep.requireAbsent("the profile's name", name);
        description.ifPresent(text -> sweep.requireAbsent("the profile's description", text));
        category.ifPresent(text -> sweep.requireAbsent("the profile's category", text));
        tags.forEach(tag -> sweep.requireAbsent("the profile's tags", tag));
    }

    static Optional<String> present(Optional<String> text) {
        return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    /** Tags in lower case, white space between their words one blank, once each. */
    static List<String> normalised(List<String> tags) {
        return List.copyOf(new LinkedHashSet<>(tags.stream()
                .map(ProfileMetadata::normalised)
                .filter(tag -> !tag.isEmpty())
                .toList()));
    }

    /** A tag as it is kept. */
    static String normalised(String tag) {
        return Normalizer.normalize(tag, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
