package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.profile.Visibility;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a new profile is called and filed under, as it is stored: empty texts are absent, tags trimmed and once each.
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

    static List<String> normalised(List<String> tags) {
        return List.copyOf(new LinkedHashSet<>(
                tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).toList()));
    }
}
