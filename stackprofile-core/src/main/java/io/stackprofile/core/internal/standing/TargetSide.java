package io.stackprofile.core.internal.standing;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.core.internal.source.YamlRefusal;
import io.stackprofile.core.internal.template.FieldTexts;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.SecretShape;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target as it stands, in the words of a version: placeholders where the version's secrets are, and no other secret.
 * What is unchanged is the version's text, byte for byte.
 *
 * @param spec the members of the versions that are there
 * @param live whether an API server gave it
 * @param secrets where the target holds a secret that is no version's; the version's value stands there
 * @param owners who owns the fields of a live member's documents
 * @param others members of the target that are of neither version
 */
public record TargetSide(
        StackSpec spec,
        boolean live,
        List<SecretEdit> secrets,
        Map<MemberRef, List<FieldOwners>> owners,
        List<MemberRef> others) {

    /** Copies the lists. */
    public TargetSide {
        secrets = List.copyOf(secrets);
        others = List.copyOf(others);
    }

    /**
     * Reads a target.
     *
     * @param base what the instance's version gives
     * @param theirs what the newer version gives; the same when there is none
     * @param redactor tells the target's secrets
     * @throws io.stackprofile.error.InvalidContentException when a text of the target cannot be read
     */
    public static TargetSide of(
            StackSpec base, StackSpec theirs, StackSnapshot target, Redactor redactor, Limits limits) {
        return new Reading(base, theirs, target, limits).side(redactor);
    }

    /** Adds to {@code ledger} what stands on a target where {@code version} or {@code other} has a secret. */
    public static void hold(
            StackSpec version, StackSpec other, StackSnapshot target, Limits limits, SecretLedger ledger) {
        Reading reading = new Reading(version, other, target, limits);
        reading.refs().forEach(reading::member);
        reading.held.entries().forEach(entry -> ledger.add(entry.rule(), entry.plaintext()));
    }

    /** The members of a target that are not of {@code version}. */
    public static List<MemberRef> others(StackSpec version, StackSnapshot target, Limits limits) {
        Reading reading = new Reading(version, version, target, limits);
        Set<MemberRef> refs = new LinkedHashSet<>();
        for (Member member : version.members()) {
            refs.add(member.ref());
            if (target.live()) {
                reading.member(member.ref());
            }
        }
        return reading.others(refs);
    }

    /** The same side where {@code members} stand for what is there of them. */
    public TargetSide with(List<Member> members) {
        StackSpec changed = spec;
        for (Member member : members) {
            changed = changed.with(member);
        }
        List<MemberRef> refs = members.stream().map(Member::ref).toList();
        return new TargetSide(
                changed,
                live,
                secrets.stream().filter(edit -> !refs.contains(edit.member())).toList(),
                owners,
                others);
    }

    private static final class Reading {

        private final StackSpec base;
        private final StackSpec theirs;
        private final StackSnapshot target;
        private final Limits limits;
        private final LiveStanding standing;
        private final LiveObjects objects;
        private final List<SecretEdit> withheld = new ArrayList<>();
        // What stands where a version has a secret may have been copied elsewhere, where nothing else tells it.
        private final SecretLedger held = SecretLedger.empty();

        Reading(StackSpec base, StackSpec theirs, StackSnapshot target, Limits limits) {
            this.base = base;
            this.theirs = theirs;
            this.target = target;
            this.limits = limits;
            this.objects = LiveObjects.of(
                    target.live() ? target.spec() : StackSpec.builder().build(), limits);
            this.standing = new LiveStanding(objects, MemberText.yamlLimits(limits), this::hold);
        }

        private void hold(String secret) {
            if (SecretShape.of(secret).isEmpty()) {
                held.add("binding", secret);
            }
        }

        TargetSide side(Redactor redactor) {
            Set<MemberRef> refs = refs();
            Map<MemberRef, Member> found = new LinkedHashMap<>();
            refs.forEach(ref -> member(ref).ifPresent(member -> found.put(ref, member)));
            StackSpec raw =
                    StackSpec.of(target.spec().description().or(base::description), List.copyOf(found.values()));
            SecretSearch search = new SecretSearch(base, theirs, redactor, context(), MemberText.yamlLimits(limits));
            StackSpec clean = search.clean(raw, target.spec(), held);
            withheld.addAll(search.edits());
            Map<MemberRef, List<FieldOwners>> owners = new LinkedHashMap<>();
            refs.forEach(ref -> owners.put(ref, standing.owners(ref)));
            return new TargetSide(clean, target.live(), withheld, owners, others(refs));
        }

        private Set<MemberRef> refs() {
            Set<MemberRef> refs = new LinkedHashSet<>();
            base.members().forEach(member -> refs.add(member.ref()));
            theirs.members().forEach(member -> refs.add(member.ref()));
            return refs;
        }

        private RedactionContext context() {
            return RedactionContext.builder()
                    .putAllFiles(target.files())
                    .putAllEncryptedPaths(target.encryptedPaths())
                    .build();
        }

        private List<MemberRef> others(Set<MemberRef> refs) {
            return target.spec().members().stream()
                    .filter(member -> !refs.contains(member.ref())
                            && !(member instanceof Manifest manifest
                                    && objects.met().contains(manifest)))
                    .map(Member::ref)
                    .toList();
        }

        private Optional<Member> member(MemberRef ref) {
            @Nullable Member old = base.find(ref).orElse(null);
            @Nullable Member newer = theirs.find(ref).orElse(null);
            try {
                if (target.live() && !(old instanceof Addon || newer instanceof Addon)) {
                    Optional<Member> there = standing.manifest(old, newer);
                    withheld.addAll(standing.withheld(ref));
                    return there;
                }
                return target.spec().find(ref).map(there -> {
                    Member read = target.live() && there instanceof Addon addon
                            ? liveAddon(old, newer, addon)
                            : written(old, newer, there);
                    withheld.addAll(standing.withheld(ref));
                    return read;
                });
            } catch (YamlException refused) {
                throw YamlRefusal.translate(Optional.ofNullable(target.files().get(ref)), Optional.of(ref), refused);
            }
        }

        private Member liveAddon(@Nullable Member old, @Nullable Member newer, Addon there) {
            Addon pattern = old instanceof Addon known ? known : newer instanceof Addon asked ? asked : there;
            return standing.addon(pattern, newer instanceof Addon asked ? asked : null, there);
        }

        private Member written(@Nullable Member old, @Nullable Member newer, Member there) {
            Member escaped = FieldTexts.map(there, (field, text) -> Placeholders.escape(text));
            if (there.text().isEmpty()) {
                return escaped;
            }
            TextStanding.Standing read = TextStanding.of(
                    Optional.ofNullable(old).flatMap(Member::text),
                    Optional.ofNullable(newer).flatMap(Member::text),
                    there.text().get(),
                    MemberText.yamlLimits(limits),
                    this::hold);
            read.withheld()
                    .forEach(place ->
                            withheld.add(new SecretEdit(there.ref(), place.document(), Optional.of(place.pointer()))));
            return read.text().equals(escaped.text().orElse("")) ? escaped : escaped.withText(read.text());
        }
    }
}
