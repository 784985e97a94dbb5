package io.stackprofile.core.internal.codec;

import io.stackprofile.Digest;
import io.stackprofile.capture.CaptureReport;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.fingerprint.Fingerprints;
import io.stackprofile.core.internal.tree.Fields;
import io.stackprofile.core.internal.tree.ParameterTree;
import io.stackprofile.core.internal.tree.RuleTree;
import io.stackprofile.core.internal.tree.ValueTree;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.stack.StackSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile draft's stored document. */
public final class ProfileDraftDocument {

    private static final String KIND = "draft";
    private static final List<String> KNOWN =
            StoredJson.known("spec", "parameters", "rules", "report", "baseVersion", "redaction", "fingerprints");

    private ProfileDraftDocument() {}

    /**
     * What a draft's document holds.
     *
     * @param spec the members, with placeholders
     * @param parameters in order
     * @param rules between the parameters
     * @param report what was taken out and noticed so far
     * @param baseVersion the version the draft started from
     * @param redaction how secrets are told
     * @param fingerprints the codes of captured secrets
     */
    public record Decoded(
            StackSpec spec,
            List<Parameter> parameters,
            List<ParameterRule> rules,
            CaptureReport report,
            Optional<Integer> baseVersion,
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
            CaptureReport report,
            Optional<Integer> baseVersion,
            RedactionPolicy redaction,
            Fingerprints fingerprints) {
        Map<Digest, String> contents = new LinkedHashMap<>();
        String document = StoredJson.write(StoredJson.envelope(KIND)
                .put("spec", StoredSpec.write(spec, contents))
                .put("parameters", parameters, parameter -> ParameterTree.of(parameter, ValueTree::explicit))
                .put("rules", rules, rule -> RuleTree.of(rule, ValueTree::explicit))
                .put("report", ReportTree.of(report))
                .put("baseVersion", baseVersion.map(Integer::longValue))
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
                    fields.value("report", ReportTree::read),
                    fields.optionalNumber("baseVersion"),
                    fields.optionalValue("redaction", PolicyTree::read).orElseGet(RedactionPolicy::balanced),
                    fields.optionalValue("fingerprints", FingerprintTree::read).orElseGet(Fingerprints::none));
        });
    }
}
