package io.stackprofile.core.internal.redact;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.scan.EmbeddedScan;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Place;
import io.stackprofile.core.internal.redact.scan.Sighting;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.redact.sweep.Unescaped;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything found in a stack, both passes. Built for one call; not thread-safe. */
final class StackScan {

    private final StackSpec spec;
    private final List<Parameter> parameters;
    private final Knowledge knowledge;
    private final YamlLimits limits;
    private final Map<MemberRef, MemberScan> members = new LinkedHashMap<>();
    private final ScanPolicy policy;
    private final DefaultHits defaults;
    private final SecretLedger ledger = SecretLedger.empty();
    private final Set<String> searched = new HashSet<>();

    private StackScan(
            StackSpec spec,
            List<Parameter> parameters,
            Knowledge knowledge,
            YamlLimits limits,
            ScanPolicy policy,
            DefaultHits defaults) {
        this.knowledge = knowledge;
        this.spec = spec;
        this.parameters = parameters;
        this.limits = limits;
        this.policy = policy;
        this.defaults = defaults;
    }

    /** What the library finds by itself. */
    static StackScan of(
            StackSpec spec, List<Parameter> parameters, RedactionContext context, Knowledge knowledge, Limits limits) {
        return of(spec, parameters, context, knowledge, limits, ScanPolicy.BALANCED, Set.of());
    }

    static StackScan of(
            StackSpec spec,
            List<Parameter> parameters,
            RedactionContext context,
            Knowledge knowledge,
            Limits limits,
            ScanPolicy policy,
            Set<String> names) {
        DefaultHits defaults = DefaultHits.of(spec, parameters, context, knowledge, limits, policy);
        StackScan scan = new StackScan(spec, parameters, knowledge, MemberText.yamlLimits(limits), policy, defaults);
        for (Member member : spec.members()) {
            Optional<String> text = member.text();
            if (text.isPresent()) {
                Optional<String> file = Optional.ofNullable(context.files().get(member.ref()));
                YamlFile yaml = MemberText.parse(member.ref(), file, text.get(), limits);
                List<String> declared = context.encryptedPaths().getOrDefault(member.ref(), List.of());
                scan.members.put(
                        member.ref(), MemberScan.of(member.ref(), yaml, declared, knowledge, scan.limits, policy));
            }
        }
        scan.fillLedger(names);
        new KnownSecretScan(scan.members, scan.ledger).extend();
        defaults.addKnown(parameters, Sweep.of(scan.ledger));
        scan.ledger.entries().forEach(entry -> scan.searched.add(entry.plaintext()));
        return scan;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    StackSpec spec() {
        return spec;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** By member, in order; add-ons without values have none. */
    Map<MemberRef, MemberScan> members() {
        return members;
    }

    /** The scan of a member that something was found in. */
    MemberScan member(MemberRef ref) {
        MemberScan found = members.get(ref);
        if (found == null) {
            throw new IllegalStateException("nothing was read of " + ref);
        }
        return found;
    }

    /** Parameters whose default is a secret, by name. */
    Map<String, Hit> parameterHits() {
        return defaults.hits();
    }

    DefaultHits defaults() {
        return defaults;
    }

    ScanPolicy policy() {
        return policy;
    }

    SecretLedger ledger() {
        return ledger;
    }

    /** Whether {@code secret} was strong enough to be searched for everywhere. */
    boolean searched(String secret) {
        return searched.contains(secret.strip());
    }

    List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>();
        members.values().forEach(member -> all.addAll(member.sightings()));
        return all;
    }

    private void fillLedger(Set<String> names) {
        Vocabulary vocabulary = Vocabulary.of(spec, members.values(), names);
        for (MemberScan member : members.values()) {
            for (Sighting sighting : member.sightings()) {
                Hit hit = sighting.hit();
                if (Exemption.searchable(sighting, knowledge.names(), vocabulary)) {
                    remember(hit.rule(), hit.secret(), vocabulary);
                }
                inside(hit, vocabulary);
            }
            for (MemberScan.CommentHit comment : member.comments()) {
                if (Exemption.searchable(comment.hit().secret(), vocabulary)) {
                    remember(comment.hit().rule(), comment.hit().secret(), vocabulary);
                }
            }
        }
        parameterHits().values().stream()
                .filter(hit -> Exemption.searchable(hit.secret(), vocabulary))
                .forEach(hit -> remember(hit.rule(), hit.secret(), vocabulary));
    }

    // A file kept as one secret has secrets of its own, which may stand elsewhere too.
    private void inside(Hit hit, Vocabulary vocabulary) {
        if (hit.secret().length() < SecretLedger.SHORTEST) {
            return;
        }
        for (Hit inner : new EmbeddedScan(knowledge, limits).find(hit.secret(), Place.root())) {
            if (Exemption.searchable(inner.secret(), vocabulary)) {
                remember(inner.rule(), inner.secret(), vocabulary);
            }
        }
    }

    private void remember(String rule, String secret, Vocabulary vocabulary) {
        ledger.add(rule, secret.strip());
        Unescaped.of(secret.strip()).stream()
                .filter(meant -> Exemption.searchable(meant, vocabulary))
                .forEach(meant -> ledger.add(rule, meant));
        if (secret.indexOf('\n') >= 0) {
            secret.lines()
                    .map(String::strip)
                    .filter(Exemption::tellingLine)
                    .forEach(line -> ledger.addLine(rule, line));
        }
    }
}
