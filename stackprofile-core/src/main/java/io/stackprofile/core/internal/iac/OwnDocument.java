package io.stackprofile.core.internal.iac;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.source.YamlRefusal;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.Misfit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens YAML documents of this library's own kinds: one document, our {@code apiVersion}, the right {@code kind}. */
enum OwnDocument {
    /** A profile with one version. */
    PROFILE(ProfileDocument.KIND, "a profile", "a stack profile", "Give the text of one exported profile."),
    /** A parameter set. */
    PARAMETER_SET(
            ParameterSetDocument.KIND, "a parameter set", "a parameter set", "Give the text of one parameter set."),
    /** How a version's parameters follow from its predecessor's. */
    MIGRATION(MigrationDocument.KIND, "a migration", "a migration", "Give the text of one migration.");

    private static final Pattern OUR_VERSIONS = Pattern.compile("stackprofile\\.io/v[0-9][a-z0-9]*");

    private final String kind;
    private final String noun;
    private final String name;
    private final String remedy;

    OwnDocument(String kind, String noun, String name, String remedy) {
        this.kind = kind;
        this.noun = noun;
        this.name = name;
        this.remedy = remedy;
    }

    /**
     * Reads a document.
     *
     * @param longest how many characters it may have
     * @param body reads the tree whose header is checked; its misfits become errors with the line
     */
    <T> T read(
            String text,
            Optional<String> source,
            Limits limits,
            long longest,
            BiFunction<@Nullable Object, DocumentPlaces, T> body) {
        DocumentPlaces places = new DocumentPlaces(source, onlyDocument(text, source, limits, longest));
        try {
            Object tree = places.tree();
            requireHeader(Fields.open(tree, ""), places);
            return body.apply(tree, places);
        } catch (Misfit misfit) {
            throw new InvalidContentException(
                    ErrorCode.MALFORMED, misfit.problem(), misfit.remedy(), places.of(misfit));
        }
    }

    private YamlDocument onlyDocument(String text, Optional<String> source, Limits limits, long longest) {
        YamlLimits yamlLimits = MemberText.yamlLimits(limits).withMaxChars((int) Math.min(Integer.MAX_VALUE, longest));
        List<YamlDocument> documents;
        try {
            documents = YamlFile.parse(text, yamlLimits).documents();
        } catch (YamlException refused) {
            throw YamlRefusal.translate(source, Optional.empty(), refused);
        }
        if (documents.size() != 1) {
            throw new InvalidContentException(
                    ErrorCode.MALFORMED,
                    noun + " is one YAML document, and the text holds "
                            + (documents.isEmpty() ? "none" : documents.size()),
                    remedy,
                    DocumentPlaces.file(source));
        }
        return documents.get(0);
    }

    private void requireHeader(Fields document, DocumentPlaces places) {
        String version = document.text("apiVersion");
        if (!version.equals(ProfileDocument.API_VERSION)) {
            if (OUR_VERSIONS.matcher(version).matches()) {
                throw new InvalidContentException(
                        ErrorCode.UNSUPPORTED_FORMAT,
                        "the document has another apiVersion than " + ProfileDocument.API_VERSION
                                + ", the only one that this library reads",
                        "Use the version of the library that wrote it, or a later one.",
                        places.of("/apiVersion"));
            }
            throw another(document, "apiVersion", ProfileDocument.API_VERSION);
        }
        if (!document.text("kind").equals(kind)) {
            throw another(document, "kind", kind);
        }
    }

    private Misfit another(Fields document, String field, String wanted) {
        String own = this == PROFILE ? "An exported profile" : "A" + noun.substring(1);
        return document.misfit(field, "this is not " + name, own + " says '" + field + ": " + wanted + "'.");
    }
}
