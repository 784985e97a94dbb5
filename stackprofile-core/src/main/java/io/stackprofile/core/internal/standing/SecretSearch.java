package io.stackprofile.core.internal.standing;

import io.stackprofile.capture.Redaction;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlEditor;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a target's side every secret that is not the version's: a value that the redactor would take has the
 * version's value again, or goes. What is no value takes the whole text with it.
 */
final class SecretSearch {

    /** A place that is no value's. */
    private static final String NOWHERE = "?";

    private final StackSpec base;
    private final StackSpec theirs;
    private final Redactor redactor;
    private final RedactionContext context;
    private final YamlLimits limits;
    private final List<SecretEdit> edits = new ArrayList<>();
    // What stands in the open somewhere on the target may stand elsewhere too.
    private Sweep sweep = Sweep.of(SecretLedger.empty());

    SecretSearch(StackSpec base, StackSpec theirs, Redactor redactor, RedactionContext context, YamlLimits limits) {
        this.base = base;
        this.theirs = theirs;
        this.redactor = redactor;
        this.context = context;
        this.limits = limits;
    }

    /** What was taken out. */
    List<SecretEdit> edits() {
        return edits;
    }

    /**
     * The side without secrets.
     *
     * @param target what it was read from
     * @param held what stands there where a version has a secret
     */
    StackSpec clean(StackSpec ours, StackSpec target, SecretLedger held) {
        if (ours.description().equals(base.description())
                && ours.members().stream().allMatch(this::isVersions)) {
            return ours;
        }
        RedactedStack redacted = redactor.redact(target, List.of(), context);
        try (SecretLedger ledger = redacted.ledger()) {
            held.entries().forEach(entry -> ledger.add(entry.rule(), entry.plaintext()));
            sweep = Sweep.of(ledger);
            return new SecretFields(base, theirs, redactor, sweep).clean(cleanTexts(ours), edits);
        }
    }

    private StackSpec cleanTexts(StackSpec ours) {
        Map<MemberRef, Set<String>> found = changed(ours);
        StackSpec once = ours.map(member -> found.containsKey(member.ref())
                ? withoutValues(member, found.getOrDefault(member.ref(), Set.of()))
                : member);
        Set<MemberRef> left = changed(once).keySet();
        return StackSpec.of(
                once.description(),
                once.members().stream()
                        .flatMap(member -> (left.contains(member.ref()) ? whole(member) : Optional.of(member)).stream())
                        .toList());
    }

    /** The places of secrets in members that are not a version's own. */
    private Map<MemberRef, Set<String>> changed(StackSpec ours) {
        List<Member> changed = ours.members().stream()
                .filter(member -> !hasVersionsText(member))
                .toList();
        Map<MemberRef, Set<String>> found = new LinkedHashMap<>();
        if (changed.isEmpty()) {
            return found;
        }
        for (Redaction redaction : redactor.scan(StackSpec.of(Optional.empty(), changed), List.of(), context)) {
            redaction.location().member().ifPresent(ref -> add(found, ref, place(redaction)));
        }
        for (Member member : changed) {
            List<Counterparts.Pair> pairs = pairs(member, parsed(Optional.of(member)));
            pairs.stream()
                    .filter(pair -> !sweep.find(pair.target().text()).isEmpty())
                    .forEach(pair -> add(found, member.ref(), place(pair)));
            if (!found.containsKey(member.ref())
                    && !sweep.find(member.text().orElse("")).isEmpty()) {
                add(found, member.ref(), NOWHERE);
            }
            forgetKnown(found, member.ref(), pairs);
        }
        return found;
    }

    private static void add(Map<MemberRef, Set<String>> found, MemberRef ref, String place) {
        found.computeIfAbsent(ref, each -> new LinkedHashSet<>()).add(place);
    }

    /** Where the value is the version's, no edit brought it there. */
    private static void forgetKnown(Map<MemberRef, Set<String>> found, MemberRef ref, List<Counterparts.Pair> pairs) {
        Set<String> places = found.get(ref);
        if (places == null) {
            return;
        }
        pairs.stream()
                .filter(pair -> pair.base()
                        .or(pair::theirs)
                        .filter(scalar -> scalar.text().equals(pair.target().text()))
                        .isPresent())
                .forEach(pair -> places.remove(place(pair)));
        if (places.isEmpty()) {
            found.remove(ref);
        }
    }

    private boolean isVersions(Member member) {
        return base.find(member.ref()).filter(member::equals).isPresent()
                || theirs.find(member.ref()).filter(member::equals).isPresent();
    }

    private boolean hasVersionsText(Member member) {
        return base.find(member.ref())
                        .filter(old -> old.text().equals(member.text()))
                        .isPresent()
                || theirs.find(member.ref())
                        .filter(newer -> newer.text().equals(member.text()))
                        .isPresent();
    }

    private Member withoutValues(Member member, Set<String> found) {
        YamlFile file = parsed(Optional.of(member));
        if (file == null) {
            return member;
        }
        Map<String, Counterparts.Pair> pairs = new LinkedHashMap<>();
        pairs(member, file).forEach(pair -> pairs.put(place(pair), pair));
        Set<Counterparts.Pair> taken = new LinkedHashSet<>();
        found.forEach(place -> {
            Counterparts.Pair pair = pairs.get(place);
            // A key may be the secret; then its place cannot be told.
            if (pair != null && sweep.find(pair.pointer()).isEmpty()) {
                taken.add(pair);
            }
        });
        taken.forEach(pair -> edits.add(new SecretEdit(member.ref(), pair.document(), Optional.of(pair.pointer()))));
        return member.withText(removed(put(file, member, taken), taken));
    }

    private String put(YamlFile file, Member member, Set<Counterparts.Pair> taken) {
        YamlEditor editor = new YamlEditor(file);
        for (Counterparts.Pair pair : taken) {
            pair.base().ifPresent(scalar -> VersionText.put(editor, pair.target(), text(base, member.ref()), scalar));
        }
        return editor.apply();
    }

    /** Later places first, so that earlier ones stay where they are. */
    private String removed(String text, Set<Counterparts.Pair> taken) {
        YamlPatch patch = new YamlPatch(YamlFile.parse(text, limits));
        List<Counterparts.Pair> reversed = new ArrayList<>(taken);
        for (int i = reversed.size() - 1; i >= 0; i--) {
            Counterparts.Pair pair = reversed.get(i);
            if (pair.base().isEmpty() && !pair.pointer().isEmpty()) {
                patch = patch.remove(pair.document(), pair.pointer());
            }
        }
        return patch.file().text();
    }

    private Optional<Member> whole(Member member) {
        edits.removeIf(edit -> edit.member().equals(member.ref()));
        edits.add(new SecretEdit(member.ref(), 0, Optional.empty()));
        return base.find(member.ref());
    }

    private List<Counterparts.Pair> pairs(Member member, @Nullable YamlFile file) {
        return file == null
                ? List.of()
                : Counterparts.of(parsed(base.find(member.ref())), parsed(theirs.find(member.ref())), file);
    }

    private @Nullable YamlFile parsed(Optional<? extends Member> member) {
        return member.flatMap(Member::text)
                .map(text -> YamlFile.parse(text, limits))
                .orElse(null);
    }

    private static String text(StackSpec spec, MemberRef ref) {
        return spec.find(ref).flatMap(Member::text).orElse("");
    }

    private static String place(Counterparts.Pair pair) {
        return pair.document() + "#" + pair.pointer();
    }

    private static String place(Redaction redaction) {
        return redaction.location().document().orElse(0) + "#"
                + redaction.location().path().orElse(NOWHERE);
    }
}
