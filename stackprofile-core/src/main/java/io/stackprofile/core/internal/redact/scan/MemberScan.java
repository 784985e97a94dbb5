package io.stackprofile.core.internal.redact.scan;

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
import io.stackprofile.yaml.YamlScalar;
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
 */
public record MemberScan(YamlFile file, List<Sighting> sightings, List<CommentHit> comments) {

    /**
     * A secret in a comment.
     *
     * @param document the document's index
     * @param span the secret's span in the member's text
     * @param hit what it is
     */
    public record CommentHit(int document, Span span, Hit hit) {}

    public static MemberScan of(
            MemberRef ref, YamlFile file, List<String> encryptedPaths, Knowledge knowledge, YamlLimits limits) {
        ScalarJudge judge = new ScalarJudge(knowledge, Set.copyOf(encryptedPaths), new EmbeddedScan(knowledge, limits));
        List<Sighting> sightings = new ArrayList<>();
        Set<YamlScalar> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (YamlDocument document : file.documents()) {
            document.root()
                    .ifPresent(root -> StructureScan.walk(root, Place.root(), (scalar, place) -> {
                        List<Hit> hits = done.contains(scalar) ? List.of() : judge.judge(scalar, place);
                        if (!hits.isEmpty()) {
                            done.add(scalar);
                            hits.forEach(hit -> sightings.add(new Sighting(ref, document.index(), scalar, place, hit)));
                        }
                    }));
        }
        return new MemberScan(file, List.copyOf(sightings), comments(file, knowledge));
    }

    private static List<CommentHit> comments(YamlFile file, Knowledge knowledge) {
        List<CommentHit> found = new ArrayList<>();
        for (YamlComment comment : file.comments()) {
            List<Hit> hits = new ArrayList<>(FormatScan.find(comment.text(), knowledge.formats()));
            Hits.addFree(hits, TextScan.findInProse(comment.text(), knowledge.names()));
            int start = comment.span().start();
            for (Hit hit : Hits.sorted(hits)) {
                found.add(new CommentHit(documentAt(file, start), new Span(start + hit.from(), start + hit.to()), hit));
            }
        }
        found.addAll(CommentedKeys.find(file, knowledge.formats()));
        found.sort(Comparator.comparingInt(comment -> comment.span().start()));
        return List.copyOf(found);
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
