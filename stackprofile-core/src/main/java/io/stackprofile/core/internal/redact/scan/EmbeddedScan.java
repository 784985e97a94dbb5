package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.text.TextScan;
import io.stackprofile.core.internal.redact.value.Base64Text;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.yaml.YamlComment;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlException;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import io.stackprofile.yaml.YamlMapping;
import io.stackprofile.yaml.YamlNode;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds secrets inside a text: as a YAML or JSON document when it reads as one, by formats and by assignments otherwise.
 * Spans are always of the given text, however deep the document stands.
 */
public final class EmbeddedScan {

    private static final int DEEPEST = 4;
    private static final Pattern DOCUMENT =
            Pattern.compile("\\A(?:\\s|#[^\\n]*\\n|---)*(?:[{\\[]|-\\s|[\"']?[\\w./@ -]{1,100}[\"']?\\s*:(?:\\s|\\z))");

    private final Knowledge knowledge;
    private final YamlLimits limits;
    private final int depth;

    /** A scan of texts no larger than {@code limits}. */
    public EmbeddedScan(Knowledge knowledge, YamlLimits limits) {
        this(knowledge, limits, 0);
    }

    private EmbeddedScan(Knowledge knowledge, YamlLimits limits, int depth) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.depth = depth;
    }

    /** The secrets in {@code text}, which stands at {@code place}. */
    public List<Hit> find(String text, Place place) {
        List<Hit> hits = new ArrayList<>();
        Optional<YamlFile> document = depth < DEEPEST ? document(text) : Optional.empty();
        document.ifPresent(file -> structured(file).stream()
                .filter(hit -> !Tokens.overlap(text, hit.from(), hit.to()))
                .forEach(hits::add));
        Hits.addFree(hits, FormatScan.find(text, knowledge.formats()));
        if (document.isEmpty() && !place.quiet()) {
            Hits.addFree(hits, TextScan.find(text, knowledge.names()));
        }
        encoded(text).ifPresent(hit -> Hits.addFree(hits, List.of(hit)));
        return Hits.sorted(hits);
    }

    /** Whether {@code text} is a document of its own. */
    public boolean parses(String text) {
        return document(text).isPresent();
    }

    private Optional<YamlFile> document(String text) {
        boolean candidate = text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
        if (!candidate
                || text.length() > limits.maxChars()
                || !DOCUMENT.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            // A placeholder may stand where the document would have quotes; a word of its length reads anywhere.
            String readable = Tokens.hidden(text);
            return Optional.of(YamlFile.parse(readable, limits)).filter(EmbeddedScan::isStructured);
        } catch (YamlException notADocument) {
            return Optional.empty();
        }
    }

    private static boolean isStructured(YamlFile file) {
        return !file.documents().isEmpty()
                && file.documents().stream()
                        .map(YamlDocument::root)
                        .allMatch(root -> root.isEmpty()
                                || root.get() instanceof YamlMapping
                                || root.get() instanceof YamlSequence);
    }

    private List<Hit> structured(YamlFile file) {
        List<Hit> hits = new ArrayList<>();
        ScalarJudge judge = new ScalarJudge(knowledge, Set.of(), new EmbeddedScan(knowledge, limits, depth + 1));
        Set<YamlScalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (YamlDocument document : file.documents()) {
            for (YamlNode root : document.root().stream().toList()) {
                StructureScan.walk(root, Place.root(), (scalar, place) -> {
                    List<Hit> found = seen.contains(scalar) ? List.of() : judge.judge(scalar, place);
                    if (!found.isEmpty()) {
                        seen.add(scalar);
                        found.forEach(hit -> hits.add(Outward.of(file.text(), scalar, place, hit)));
                    }
                });
            }
        }
        for (YamlComment comment : file.comments()) {
            int start = comment.span().start();
            Hits.addFree(
                    hits,
                    TextScan.findInProse(comment.text(), knowledge.names()).stream()
                            .map(hit -> hit.moved(start + hit.from(), start + hit.to()))
                            .toList());
        }
        return hits;
    }

    // A private key, kubeconfig or registry login that stands here in base64.
    private Optional<Hit> encoded(String text) {
        String bare = text.strip();
        if (bare.length() < 40 || bare.length() % 4 != 0 || depth > 1 || !isBase64(bare)) {
            return Optional.empty();
        }
        return Base64Text.decode(bare)
                .filter(plain -> plain.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'))
                .flatMap(plain -> new EmbeddedScan(knowledge, limits, depth + 2)
                        .find(plain, Place.root()).stream()
                                .findFirst()
                                .map(inner -> new Hit(
                                        text.indexOf(bare),
                                        text.indexOf(bare) + bare.length(),
                                        plain,
                                        Filter.BASE64,
                                        inner.rule(),
                                        inner.reason(),
                                        inner.confidence(),
                                        List.of())));
    }

    private static boolean isBase64(String text) {
        return text.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '+'
                        || c == '/'
                        || c == '=');
    }
}
