package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.capture.Residual;
import io.stackprofile.capture.RoundTrip;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that a template gives its source back: binds every secret again that was taken out of it, and compares the
 * result with the source, in which only secrets in comments are masked. For one call; it holds plaintexts.
 */
public final class Restoration {

    /** A scalar of a text, and where it stands. */
    private record Placed(int document, String pointer, YamlScalar scalar) {}

    private final StackScan scan;
    private final Map<MemberRef, String> files;
    private final Limits limits;
    private final Sweep sweep;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, ParameterValue> captured = new HashMap<>();

    /**
     * Prepares the captured values.
     *
     * @param declared the parameters of the redacted stack
     * @param names the parameter of each secret
     */
    Restoration(
            StackScan scan,
            List<Parameter> declared,
            Map<Sighting, String> names,
            Map<MemberRef, String> files,
            Limits limits) {
        this.scan = scan;
        this.files = files;
        this.limits = limits;
        this.sweep = Sweep.of(scan.ledger());
        declared.forEach(parameter -> parameters.put(parameter.name(), parameter));
        names.forEach((sighting, name) -> {
            ParameterValue value = ParameterValue.of(sighting.hit().secret());
            captured.put(name, value);
            parameters.put(name, text(name, value));
        });
    }

    // What was captured is written as it was, which binding does for a default.
    private static Parameter text(String name, ParameterValue value) {
        return Parameter.builder()
                .name(name)
                .type(ParameterType.STRING)
                .defaultValue(value)
                .build();
    }

    CapturedSecrets secrets() {
        Map<String, String> values = new LinkedHashMap<>();
        scan.parameterHits().forEach((name, hit) -> values.put(name, hit.secret()));
        captured.forEach((name, value) -> values.put(name, value.text()));
        return new CapturedSecrets(values);
    }

    /** The proof for {@code redacted}, what the stack has become. */
    RoundTrip proof(StackSpec redacted) {
        RoundTrip.Builder proof = RoundTrip.builder().members(redacted.members().size());
        int before = 0;
        int after = 0;
        for (Member member : redacted.members()) {
            if (!hasItsFields(member)) {
                proof.addResidual(new Residual(Residual.Kind.VALUE, Location.member(member.ref())));
            }
            MemberScan source = scan.members().get(member.ref());
            if (source == null) {
                continue;
            }
            int comments = source.file().comments().size();
            before += comments;
            if (source.sightings().isEmpty() && source.comments().isEmpty()) {
                after += comments;
            } else {
                YamlFile restored = restored(member);
                after += restored.comments().size();
                proof.addAllResiduals(residuals(member.ref(), source, restored));
            }
        }
        RoundTrip done = proof.commentsBefore(before).commentsAfter(after).build();
        sweep.requireAbsent("the round-trip proof", done.toString());
        return done;
    }

    /** No placeholder can stand in a member's fields; a secret that was masked there does not come back. */
    private boolean hasItsFields(Member member) {
        Member source = scan.spec().find(member.ref()).orElseThrow();
        return source.equals(source.text().map(member::withText).orElse(member));
    }

    private YamlFile restored(Member member) {
        Template template =
                Template.compile(member.ref(), Optional.empty(), member.text().orElse(""), parameters, limits);
        return MemberText.parse(member.ref(), Optional.empty(), template.renderKnown(captured), limits);
    }

    private List<Residual> residuals(MemberRef ref, MemberScan source, YamlFile restored) {
        String expected = masked(source);
        if (restored.text().equals(expected)) {
            return List.of();
        }
        List<Placed> before = scalars(source.file());
        List<Placed> after = scalars(restored);
        if (before.size() != after.size()) {
            return List.of(new Residual(Residual.Kind.STRUCTURE, Location.member(ref)));
        }
        List<Residual> residuals = new ArrayList<>();
        SafeLines lines = SafeLines.of(source);
        YamlEditor mended = new YamlEditor(restored);
        for (int i = 0; i < before.size(); i++) {
            Placed was = before.get(i);
            YamlScalar is = after.get(i).scalar();
            String written = was.scalar().span().of(source.file().text());
            if (!written.equals(is.span().of(restored.text()))) {
                residuals.add(new Residual(kind(was.scalar(), is), location(ref, was, lines)));
                mended.replace(is.span(), written);
            }
        }
        if (!mended.apply().equals(expected)) {
            residuals.add(new Residual(Residual.Kind.STRUCTURE, Location.member(ref)));
        }
        return residuals;
    }

    private static String masked(MemberScan source) {
        YamlEditor editor = new YamlEditor(source.file());
        source.comments().forEach(comment -> editor.replace(comment.span(), Sweep.MASK));
        return editor.apply();
    }

    private static List<Placed> scalars(YamlFile file) {
        List<Placed> scalars = new ArrayList<>();
        for (YamlDocument document : file.documents()) {
            YamlWalk.keysAndScalars(
                    document, (pointer, scalar) -> scalars.add(new Placed(document.index(), pointer, scalar)));
        }
        return scalars;
    }

    private static Residual.Kind kind(YamlScalar was, YamlScalar is) {
        if (was.value().equals(is.value())) {
            return Residual.Kind.SPELLING;
        }
        return was.text().equals(is.text()) ? Residual.Kind.TYPE : Residual.Kind.VALUE;
    }

    private Location location(MemberRef ref, Placed place, SafeLines lines) {
        return Location.builder()
                .file(Optional.ofNullable(files.get(ref)))
                .member(ref)
                .document(place.document())
                .path(sweep.mask(place.pointer()))
                .line(lines.line(place.scalar()))
                .build();
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "Restoration[" + captured.size() + "]";
    }
}
