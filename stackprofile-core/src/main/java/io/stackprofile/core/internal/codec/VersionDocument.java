package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.MigrationTree;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.profile.Provenance;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version's stored document. What listings show is not in it: stores keep that beside it. */
public final class VersionDocument {

    private static final String KIND = "version";
    private static final List<String> KNOWN = StoredJson.known(
            "spec", "parameters", "rules", "migration", "provenance", "report", "redaction", "fingerprints");

    private VersionDocument() {}

    /**
     * What a version's document holds.
     *
     * @param spec the members, with placeholders
     * @param parameters in order
     * @param rules between the parameters
     * @param migration how the parameters follow from those of the version before
     * @param provenance where the version came from
     * @param report what was taken out and noticed
     * @param redaction how secrets are told
     * @param fingerprints the codes of captured secrets
     */
    public record Decoded(
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            BindingMigration migration,
            Provenance provenance,
            CaptureReport report,
            RedactionPolicy redaction,
            Fingerprints fingerprints) {

        /** Copies the lists. */
        public Decoded {
            parameters = List.copyOf(parameters);
            rules = List.copyOf(rules);
        }
    }

    /** Writes the document; the same content gives the same text. */
    public static EncodedDocument encode(
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            BindingMigration migration,
            Provenance provenance,
            CaptureReport report,
            RedactionPolicy redaction,
            Fingerprints fingerprints) {
        Map<Digest, String> contents = new LinkedHashMap<>();
        String document = StoredJson.write(StoredJson.envelope(KIND)
                .put("spec", StoredSpec.write(spec, contents))
                .put("parameters", parameters, parameter -> ParameterTree.of(parameter, ValueTree::explicit))
                .put("rules", rules, rule -> RuleTree.of(rule, ValueTree::explicit))
                .put("migration", migration.steps(), step -> MigrationTree.of(step, ValueTree::explicit))
                .put("provenance", ProvenanceTree.of(provenance))
                .put("report", ReportTree.of(report))
                .put("redaction", PolicyTree.of(redaction))
                .put("fingerprints", FingerprintTree.of(fingerprints)));
        return new EncodedDocument(document, contents);
    }

    /**
     * Reads a document.
     *
     * @param contents at least the texts that the document was encoded with
     * @throws io.stackprofile.error.StoreException when it cannot be read or a text is missing
     * @throws io.stackprofile.error.InvalidContentException UNSUPPORTED_FORMAT when a later library wrote it
     */
    public static Decoded decode(String document, Map<Digest, String> contents) {
        return StoredJson.read(KIND, document, (tree, path) -> {
            Fields fields = Fields.of(tree, path, KNOWN);
            return new Decoded(
                    fields.value("spec", (spec, at) -> StoredSpec.read(spec, at, contents)),
                    ParameterTree.readAll(fields, "parameters"),
                    RuleTree.readAll(fields, "rules"),
                    MigrationTree.readAll(fields, "migration"),
                    fields.value("provenance", ProvenanceTree::read),
                    fields.value("report", ReportTree::read),
                    fields.optionalValue("redaction", PolicyTree::read).orElseGet(RedactionPolicy::balanced),
                    fields.optionalValue("fingerprints", FingerprintTree::read).orElseGet(Fingerprints::none));
        });
    }

    /**
     * What a version asks, without its texts.
     *
     * @param parameters in order
     * @param migration how they follow from those of the version before
     */
    public record Asked(List<Parameter> parameters, BindingMigration migration) {

        /** Copies the parameters. */
        public Asked {
            parameters = List.copyOf(parameters);
        }
    }

    /** What a version asks; throws as {@link #decode} does. */
    public static Asked asked(String document) {
        return StoredJson.read(KIND, document, (tree, path) -> {
            Fields fields = Fields.of(tree, path, KNOWN);
            return new Asked(ParameterTree.readAll(fields, "parameters"), MigrationTree.readAll(fields, "migration"));
        });
    }
}
