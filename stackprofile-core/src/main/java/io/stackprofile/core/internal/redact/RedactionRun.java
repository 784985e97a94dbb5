package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.capture.RedactionPolicy;
import io.stackprofile.core.internal.redact.scan.KubeObject;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlEditor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a stack anew with a placeholder in each secret's place, and proves that no secret is left in it. */
final class RedactionRun {

    private static final String MASK = Sweep.MASK;

    private final Limits limits;
    private final StackScan scan;
    private final RedactionContext context;
    private final Map<Sighting, String> names;
    private final TextMask mask;
    private final RedactionPolicy policy;

    RedactionRun(StackScan scan, RedactionContext context, RedactionPolicy policy, Limits limits) {
        this.policy = policy;
        this.limits = limits;
        this.scan = scan;
        this.context = context;
        this.names = ParameterNames.of(scan, context);
        this.mask = new TextMask(scan.knowledge(), Sweep.of(scan.ledger()));
    }

    RedactedStack redact() {
        StackSpec spec = StackSpec.of(
                scan.spec().description().map(mask::apply),
                scan.spec().members().stream().map(this::member).toList());
        List<Parameter> parameters = parameters();
        RedactionReport report = new RedactionReport(scan, context);
        RedactedStack redacted = new RedactedStack(
                spec,
                parameters,
                report.entries(names),
                scan.ledger(),
                new Restoration(scan, parameters, names, context.files(), limits),
                new PolicyRecord(mask, Sweep.of(scan.ledger()), scan.knowledge().formats()).of(policy),
                OverrideWarnings.of(scan, report));
        requireClean(redacted);
        return redacted;
    }

    private Member member(Member member) {
        Member described = member instanceof Addon addon ? mask.addon(addon) : member;
        MemberScan found = scan.members().get(member.ref());
        if (found == null || (found.sightings().isEmpty() && found.comments().isEmpty())) {
            return described;
        }
        YamlEditor editor = new YamlEditor(found.file());
        int keys = 0;
        for (Sighting sighting : found.sightings()) {
            if (sighting.inKey()) {
                maskKey(editor, sighting, keys++);
            } else {
                Replacement.of(sighting, names.getOrDefault(sighting, "")).apply(editor);
            }
        }
        found.comments().forEach(comment -> editor.replace(comment.span(), MASK));
        return described.withText(editor.apply());
    }

    // No secret is ever bound into a key, and no two keys of a mapping may be the same.
    private static void maskKey(YamlEditor editor, Sighting sighting, int before) {
        String mask = before == 0 ? MASK : MASK.replace("]", "-" + (before + 1) + "]");
        editor.replacePart(
                sighting.scalar(), sighting.hit().from(), sighting.hit().to(), mask);
    }

    private List<Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Parameter given : scan.parameters()) {
            Parameter safe = scan.parameterHits().containsKey(given.name()) ? ParameterScan.asSecret(given) : given;
            parameters.put(given.name(), mask.parameter(safe));
        }
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (Sighting sighting : scan.sightings()) {
            Optional.ofNullable(names.get(sighting))
                    .ifPresent(name -> places.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(describe(sighting)));
        }
        places.forEach((name, where) -> parameters.computeIfAbsent(name, n -> secret(n, where)));
        return new ArrayList<>(parameters.values());
    }

    private Parameter secret(String name, Set<String> where) {
        String title = name.replace('_', ' ');
        String shown = where.stream().limit(3).collect(Collectors.joining("; "));
        String more = where.size() > 3 ? "; and " + (where.size() - 3) + " more places" : "";
        return Parameter.builder()
                .name(name)
                .type(ParameterType.SECRET)
                .required(true)
                .title(Character.toUpperCase(title.charAt(0)) + title.substring(1))
                .description(mask.apply("Stands in " + shown + more + "."))
                .build();
    }

    private static String describe(Sighting sighting) {
        KubeObject object = sighting.place().object();
        String owner = object == null || object.name().isEmpty() ? "" : " " + object.kind() + " " + object.name();
        String pointer = sighting.place().pointer();
        List<String> label = sighting.hit().label();
        return sighting.member()
                + (owner.isEmpty() ? "" : "," + owner)
                + (pointer.isEmpty() ? "" : " at " + pointer)
                + (label.isEmpty() ? "" : " (" + String.join(" ", label) + ")");
    }

    private void requireClean(RedactedStack redacted) {
        Sweep sweep = Sweep.of(scan.ledger());
        for (Member member : redacted.spec().members()) {
            MemberRef ref = member.ref();
            sweep.requireAbsent("the name of a member", ref.toString());
            Optional<String> text = member.text();
            text.ifPresent(content -> sweep.requireAbsent(ref.toString(), content));
            member.namespace().ifPresent(namespace -> sweep.requireAbsent("the namespace of " + ref, namespace));
        }
        redacted.parameters().forEach(parameter -> {
            sweep.requireAbsent("a parameter's name", parameter.name());
            sweep.requireAbsent("the parameter " + parameter.name(), parameter.toString());
        });
        redacted.redactions().forEach(entry -> sweep.requireAbsent("the redaction report", entry.toString()));
        redacted.warnings().forEach(entry -> sweep.requireAbsent("a warning", entry.toString()));
    }
}
