package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.CommandFlags;
import io.stackprofile.core.internal.redact.text.Entry;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.text.Spans;
import io.stackprofile.core.internal.redact.text.TextKind;
import io.stackprofile.core.internal.redact.text.TextKinds;
import io.stackprofile.core.internal.redact.text.TextScan;
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
 * Finds secrets inside a text: as a document of the kind that its name or its looks say, by formats, and by assignments
 * where no reader had a say. Spans are always of the given text, however deep the document stands.
 */
public final class EmbeddedScan {

    // Documents within documents; each level reads the text again.
    private static final int DEEPEST = 6;
    // What one member's compressed texts may unpack to, all together.
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    // var.db_password
    private static final Pattern FORMULA = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+(?:\\[.*)?");
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\A(?:\\s|#[^\\n]*\\n|//[^\\n]*\\n|\\{\\{[^{}\\n]*}}[ \\t]*\\n|---)*(?:[{\\[]|-\\s|[\"']?[\\w./@ -]{1,100}[\"']?\\s*:(?:\\s|\\z))");

    // Too short for a name and a value.
    private static final int SHORTEST = 5;

    private final Knowledge knowledge;
    private final YamlLimits limits;
    private final int depth;
    private final int[] unpacking;

    /** A scan of texts no larger than {@code limits}; of one member's, since what it unpacks is counted. Not thread-safe. */
    public EmbeddedScan(Knowledge knowledge, YamlLimits limits) {
        this(knowledge, limits, 0, new int[] {MOST_UNPACKED});
    }

    private EmbeddedScan(Knowledge knowledge, YamlLimits limits, int depth, int[] unpacking) {
        this.knowledge = knowledge;
        this.limits = limits;
        this.depth = depth;
        this.unpacking = unpacking;
    }

    private EmbeddedScan deeper() {
        return new EmbeddedScan(knowledge, limits, depth + 1, unpacking);
    }

    /** The secrets in {@code text}, which stands at {@code place}. */
    public List<Hit> find(String text, Place place) {
        return find(text, place, byPlace(place));
    }

    // What follows -c among arguments; cloud-init's list of passwords.
    private static Optional<TextKind> byPlace(Place place) {
        String name = place.name();
        if (place.step().equals("list") && place.parentStep(1).equals("chpasswd")) {
            return Optional.of(TextKind.USER_PASSWORD);
        }
        return name.startsWith("-") && CommandFlags.isScript(name) ? Optional.of(TextKind.SHELL) : Optional.empty();
    }

    /** The same for a text that is known to be of a kind. */
    List<Hit> find(String text, Place place, Optional<TextKind> known) {
        List<Hit> hits = new ArrayList<>();
        Spans claimed = new Spans();
        boolean read = depth < DEEPEST && text.length() >= SHORTEST;
        Optional<TextKind> named = known.or(() -> TextKinds.named(place.step()));
        // Many programs keep JSON in files whose names say another kind.
        boolean mayBeTree = named.filter(kind -> !kind.isTree()).isEmpty() || text.startsWith("{");
        Optional<Tree> tree = read && mayBeTree ? document(text) : Optional.empty();
        Optional<TextKind> kind = read && tree.isEmpty() && !place.quiet()
                ? known.or(() -> TextKinds.of(place.step(), text))
                : Optional.empty();
        tree.ifPresent(found -> hits.addAll(structured(text, found)));
        kind.ifPresent(found -> hits.addAll(entries(text, found, claimed)));
        Hits.addFree(hits, FormatScan.find(text, knowledge.formats()));
        if (tree.isEmpty() && !place.quiet() && kind.filter(TextKind::isWhole).isEmpty()) {
            Hits.addFree(
                    hits, unclaimed(text, claimed, kind.filter(TextKind::isCode).isPresent()));
        }
        encoded(text).ifPresent(hit -> Hits.addFree(hits, List.of(hit)));
        return Hits.sorted(hits);
    }

    private List<Hit> unclaimed(String text, Spans claimed, boolean code) {
        return TextScan.find(text, knowledge.names()).stream()
                .filter(hit -> !claimed.overlaps(hit.from(), hit.to()))
                .filter(hit -> !code || !FORMULA.matcher(hit.secret()).matches())
                .toList();
    }

    private List<Hit> entries(String text, TextKind kind, Spans claimed) {
        List<Hit> hits = new ArrayList<>();
        EntryJudge judge = new EntryJudge(knowledge, deeper(), text);
        for (Entry entry : kind.read(text)) {
            if (claimed.take(entry.value().from(), entry.value().to())) {
                judge.judge(entry).forEach(hit -> hits.add(hit.through(kind.label())));
            }
        }
        return hits;
    }

    /** Whether {@code text} is a document of its own. */
    public boolean parses(String text) {
        return document(text).isPresent();
    }

    /** A text read as a tree. */
    private record Tree(Overwritten overwritten, YamlFile file) {}

    private Optional<Tree> document(String text) {
        boolean candidate = text.indexOf('\n') >= 0 || text.startsWith("{") || text.startsWith("[");
        if (!candidate
                || text.length() > limits.maxChars()
                || !DOCUMENT.matcher(text).find()) {
            return Optional.empty();
        }
        Optional<Tree> tree = tree(Overwritten.plain(text));
        if (tree.isEmpty() && text.contains("{{")) {
            tree = tree(Overwritten.template(text));
        }
        if (tree.isEmpty() && isJson(text)) {
            tree = tree(Overwritten.json(text));
        }
        return tree;
    }

    private Optional<Tree> tree(Overwritten overwritten) {
        try {
            return Optional.of(YamlFile.parse(overwritten.text(), limits))
                    .filter(EmbeddedScan::isStructured)
                    .map(file -> new Tree(overwritten, file));
        } catch (YamlException notADocument) {
            return Optional.empty();
        }
    }

    private static boolean isJson(String text) {
        String bare = text.stripLeading();
        return bare.startsWith("{") || bare.startsWith("[") || bare.startsWith("//") || bare.startsWith("/*");
    }

    private static boolean isStructured(YamlFile file) {
        return !file.documents().isEmpty()
                && file.documents().stream()
                        .map(YamlDocument::root)
                        .allMatch(root -> root.isEmpty()
                                || root.get() instanceof YamlMapping
                                || root.get() instanceof YamlSequence);
    }

    private List<Hit> structured(String text, Tree tree) {
        String label = isJson(text) ? TextKind.JSON.label() : TextKind.YAML.label();
        List<Hit> hits = new ArrayList<>();
        ScalarJudge judge = ScalarJudge.ofFile(knowledge, deeper());
        Set<YamlScalar> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (YamlDocument document : tree.file().documents()) {
            for (YamlNode root : document.root().stream().toList()) {
                StructureScan.walk(root, Place.root(), (scalar, place) -> {
                    List<Hit> found = seen.contains(scalar) ? List.of() : judge.judge(scalar, place);
                    if (!found.isEmpty()) {
                        seen.add(scalar);
                        found.forEach(hit -> hits.add(Outward.of(text, scalar, place, hit)));
                    }
                });
            }
        }
        remarks(text, tree, hits);
        Spans placeholders = Spans.ofPlaceholders(text);
        return hits.stream()
                .filter(hit -> !placeholders.overlaps(hit.from(), hit.to())
                        && !tree.overwritten().filled().overlaps(hit.from(), hit.to()))
                .map(hit -> hit.through(label))
                .toList();
    }

    private void remarks(String text, Tree tree, List<Hit> hits) {
        List<int[]> remarks = new ArrayList<>(tree.overwritten().remarks());
        for (YamlComment comment : tree.file().comments()) {
            remarks.add(new int[] {comment.span().start(), comment.span().end()});
        }
        for (int[] remark : remarks) {
            Hits.addFree(
                    hits,
                    TextScan.findInProse(text.substring(remark[0], remark[1]), knowledge.names()).stream()
                            .map(hit -> hit.moved(remark[0] + hit.from(), remark[0] + hit.to()))
                            .toList());
        }
    }

    // A document, private key or login that stands here in base64: no span of it has a place in the source, so all
    // goes.
    private Optional<Hit> encoded(String text) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        return EncodedText.of(text, unpacking)
                .flatMap(plain -> deeper().find(plain.text(), Place.root(), Optional.empty()).stream()
                        .findFirst()
                        .map(inner -> whole(text, plain, inner)));
    }

    private static Hit whole(String text, EncodedText plain, Hit inner) {
        String bare = text.strip();
        int from = text.indexOf(bare);
        Hit hit = inner.as(
                        from,
                        from + bare.length(),
                        plain.exact() ? plain.text() : bare,
                        plain.exact() ? Filter.BASE64 : Filter.NONE)
                .labelled(List.of());
        for (int i = plain.chain().size() - 1; i >= 0; i--) {
            hit = hit.through(plain.chain().get(i));
        }
        return hit;
    }
}
