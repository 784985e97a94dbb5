package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.core.internal.redact.policy.PlaceRule;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.policy.Spot;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.text.TextScan;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlWalk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What is found in one member's text.
 *
 * @param file the text
 * @param sightings secrets in scalars, in the order of documents and places; a scalar's own in order
 * @param comments secrets in comments, in order
 * @param overruled what a caller's overrides did
 */
public record MemberScan(YamlFile file, List<Sighting> sightings, List<CommentHit> comments, Overruled overruled) {

    /**
     * A secret in a comment.
     *
     * @param document the document's index
     * @param span the secret's span in the member's text
     * @param hit what it is
     */
    public record CommentHit(int document, Span span, Hit hit) {}

    /** What the library finds by itself. */
    public static MemberScan of(
            MemberRef ref, YamlFile file, List<String> encryptedPaths, Knowledge knowledge, YamlLimits limits) {
        return of(ref, file, encryptedPaths, knowledge, limits, ScanPolicy.BALANCED);
    }

    public static MemberScan of(
            MemberRef ref,
            YamlFile file,
            List<String> encryptedPaths,
            Knowledge knowledge,
            YamlLimits limits,
            ScanPolicy policy) {
        ScalarJudge judge = new ScalarJudge(knowledge, Set.copyOf(encryptedPaths), new EmbeddedScan(knowledge, limits));
        Overruled overruled = new Overruled();
        PolicyJudge own = new PolicyJudge(policy, judge, ref, overruled);
        Scalars scalars = new Scalars(ref, file);
        if (!policy.denies().isEmpty()) {
            scalars.walk((document, scalar, place) -> own.denied(scalar, place));
        }
        scalars.walk(own::judge);
        boolean keys = keys(ref, file, knowledge, policy, overruled, scalars.found);
        List<Sighting> sightings = policy.denies().isEmpty() && !keys ? scalars.found : inOrder(scalars.found);
        return new MemberScan(
                        file, List.copyOf(sightings), comments(ref, file, knowledge, policy, overruled), overruled)
                .with(sightings);
    }

    /** The same with all that is taken out of scalars in the end; what an allow let stand gives way to it. */
    public MemberScan with(List<Sighting> all) {
        return new MemberScan(file, List.copyOf(all), comments, overruled.without(all));
    }

    /** The same with all that is taken out of comments in the end. */
    public MemberScan withComments(List<CommentHit> all) {
        return new MemberScan(file, sightings, List.copyOf(all), overruled);
    }

    /** Decides for one scalar at one of its places. */
    private interface Judge {
        List<Hit> judge(int document, YamlScalar scalar, Place place);
    }

    /** Every scalar at every place; one in which something was found is not looked at again. */
    private static final class Scalars {

        private final MemberRef ref;
        private final YamlFile file;
        private final List<Sighting> found = new ArrayList<>();
        private final Set<YamlScalar> done = Collections.newSetFromMap(new IdentityHashMap<>());

        Scalars(MemberRef ref, YamlFile file) {
            this.ref = ref;
            this.file = file;
        }

        void walk(Judge judge) {
            for (YamlDocument document : file.documents()) {
                document.root()
                        .ifPresent(root -> StructureScan.walk(
                                root, Place.root(), (scalar, place) -> judge(judge, document.index(), scalar, place)));
            }
        }

        private void judge(Judge judge, int document, YamlScalar scalar, Place place) {
            List<Hit> hits = done.contains(scalar) ? List.of() : judge.judge(document, scalar, place);
            if (!hits.isEmpty()) {
                done.add(scalar);
                hits.forEach(hit -> found.add(new Sighting(ref, document, scalar, place, hit)));
            }
        }
    }

    // What a key is called says nothing of itself; its format may. No path leads to a key, so only an allow without one
    // covers it.
    private static boolean keys(
            MemberRef ref,
            YamlFile file,
            Knowledge knowledge,
            ScanPolicy policy,
            Overruled overruled,
            List<Sighting> found) {
        int before = found.size();
        for (YamlDocument document : file.documents()) {
            YamlWalk.keysAndScalars(document, (pointer, scalar) -> {
                if (!scalar.context().key()) {
                    return;
                }
                for (Hit hit : FormatScan.find(scalar.text(), knowledge.formats())) {
                    Place place = Place.root().entry("key", null);
                    Sighting sighting = new Sighting(ref, document.index(), scalar, place, hit);
                    List<PlaceRule> allows = policy.allows(Spot.comment(ref), hit.rule());
                    overruled.met(allows);
                    if (allows.isEmpty()) {
                        found.add(sighting);
                    } else {
                        overruled.add(sighting, allows.get(0), true);
                    }
                }
            });
        }
        return found.size() > before;
    }

    private static List<Sighting> inOrder(List<Sighting> found) {
        List<Sighting> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(
                        (Sighting sighting) -> sighting.scalar().span().start())
                .thenComparingInt(sighting -> sighting.hit().from()));
        return sorted;
    }

    private static List<CommentHit> comments(
            MemberRef ref, YamlFile file, Knowledge knowledge, ScanPolicy policy, Overruled overruled) {
        List<CommentHit> found = new ArrayList<>();
        for (YamlComment comment : file.comments()) {
            List<Hit> hits = new ArrayList<>(FormatScan.find(comment.text(), knowledge.formats()));
            Hits.addFree(hits, TextScan.findInProse(comment.text(), knowledge.names()));
            int start = comment.span().start();
            // An entry of a Secret that was commented out is named as it pleases.
            if (policy.strict() || isInSecret(file, start)) {
                Hits.addFree(hits, UnknownValues.find(comment.text()));
            }
            for (Hit hit : Hits.sorted(hits)) {
                found.add(new CommentHit(documentAt(file, start), new Span(start + hit.from(), start + hit.to()), hit));
            }
        }
        found.addAll(CommentedKeys.find(file, knowledge.formats()));
        found.removeIf(comment -> {
            List<PlaceRule> allows =
                    policy.allows(Spot.comment(ref), comment.hit().rule());
            overruled.met(allows);
            allows.stream().findFirst().ifPresent(allow -> overruled.add(comment, allow));
            return !allows.isEmpty();
        });
        found.sort(Comparator.comparingInt(comment -> comment.span().start()));
        return List.copyOf(found);
    }

    private static boolean isInSecret(YamlFile file, int offset) {
        return file.documents().stream()
                .filter(document -> document.span().start() <= offset
                        && offset < document.span().end())
                .findFirst()
                .flatMap(YamlDocument::root)
                .filter(YamlMapping.class::isInstance)
                .flatMap(root -> KubeObject.of((YamlMapping) root))
                .filter(KubeObject::isSecret)
                .isPresent();
    }

    public static int documentAt(YamlFile file, int offset) {
        return file.documents().stream()
                .filter(document -> document.span().start() <= offset
                        && offset < document.span().end())
                .mapToInt(YamlDocument::index)
                .findFirst()
                .orElse(0);
    }
}
