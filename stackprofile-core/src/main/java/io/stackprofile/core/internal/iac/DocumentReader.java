package io.stackprofile.core.internal.iac;

import io.stackprofile.Digest;
import io.stackprofile.Limits;
import io.stackprofile.Names;
import io.stackprofile.core.internal.digest.VersionDigest;
import io.stackprofile.core.internal.iac.ProfileDocument.Content;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.MemberTree;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a profile document strictly: what is not known, missing or of another type is refused with its line. */
final class DocumentReader {

    private static final List<String> DOCUMENT = List.of("apiVersion", "kind", "metadata", "spec");
    private static final List<String> METADATA = List.of("name", "description", "category", "tags");
    private static final List<String> SPEC =
            List.of("description", "channel", "changelog", "digest", "parameters", "rules", "members");
    private static final String DEFAULT_CHANNEL = "stable";
    // Indentation and escapes make a document longer than the texts it carries.
    private static final long LENGTHENING = 8;
    // Room for everything that is not a member's text.
    private static final long FRAME = 16L * 1024 * 1024;

    private final DocumentPlaces places;
    private final Limits limits;

    private DocumentReader(DocumentPlaces places, Limits limits) {
        this.places = places;
        this.limits = limits;
    }

    static Content read(String text, Optional<String> source, Limits limits) {
        long longest = FRAME + limits.stackSize() * LENGTHENING;
        return OwnDocument.PROFILE.read(
                text, source, limits, longest, (tree, places) -> new DocumentReader(places, limits).read(tree));
    }

    private Content read(@Nullable Object tree) {
        Fields document = Fields.of(tree, "", DOCUMENT);
        Fields metadata = document.value("metadata", (part, path) -> Fields.of(part, path, METADATA));
        Fields spec = document.value("spec", (part, path) -> Fields.of(part, path, SPEC));
        Content content = new Content(
                metadata.parsed("name", name -> Names.profile("name", name)),
                metadata.optionalText("description"),
                metadata.optionalText("category"),
                metadata.texts("tags"),
                spec.optionalParsed("channel", channel -> Names.channel("channel", channel))
                        .orElse(DEFAULT_CHANNEL),
                spec.optionalText("changelog"),
                StackSpec.of(spec.optionalText("description"), MemberTree.readAll(spec, "members", this::memberText)),
                ParameterTree.readAll(spec, "parameters"),
                RuleTree.readAll(spec, "rules"));
        requireLimits(content);
        requireDigest(spec, content);
        return content;
    }

    private String memberText(@Nullable Object tree, String path) {
        if (!(tree instanceof String text)) {
            throw new Misfit(path, "a member's YAML stands here as a text", "Write '|' after the colon.");
        }
        requireAtMost(limits.memberSize(), text.length(), "the member's text is longer than %d characters", path);
        return text;
    }

    private void requireLimits(Content content) {
        requireAtMost(
                limits.parameters(),
                content.parameters().size(),
                "the profile has more than %d parameters",
                "/spec/parameters");
        requireAtMost(limits.parameters(), content.rules().size(), "the profile has more than %d rules", "/spec/rules");
        requireAtMost(
                limits.members(),
                content.spec().members().size(),
                "the stack has more than %d members",
                "/spec/members");
        long size = content.spec().members().stream()
                .mapToLong(member -> member.text().map(String::length).orElse(0))
                .sum();
        requireAtMost(
                limits.stackSize(), size, "the members' texts are longer than %d characters together", "/spec/members");
    }

    private void requireAtMost(int limit, long actual, String problem, String path) {
        if (actual > limit) {
            throw new InvalidContentException(
                    ErrorCode.LIMIT_EXCEEDED,
                    problem.formatted(limit),
                    "Make it smaller, or raise the limit.",
                    places.of(path));
        }
    }

    private void requireDigest(Fields spec, Content content) {
        Optional<Digest> written = spec.optionalParsed("digest", Digest::of);
        Digest actual = VersionDigest.of(content.spec(), content.parameters(), content.rules());
        if (written.isPresent() && !written.get().equals(actual)) {
            throw spec.misfit(
                    "digest",
                    "the digest is not that of the content: the file was edited by hand or damaged",
                    "Remove the digest line to import it all the same.");
        }
    }
}
