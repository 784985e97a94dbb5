package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.AssignedValue;
import io.stackprofile.core.internal.redact.value.Base64Text;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for one scalar at its place. The order is: what is encrypted or filled in already is left; what the place alone
 * makes a secret is one; where names and references stand only formats count; then what the text holds decides, and what
 * its name says together with its value.
 */
public final class ScalarJudge {

    private static final Set<String> WHOLE_ANYWAY = Set.of("url-password", "bearer-credential", "basic-credential");

    private static final Pattern DESCRIBING = Pattern.compile("(?i)(?:identity|name|title|description|hint|label)$");

    private static final String BINARY = "tag:yaml.org,2002:binary";

    private final CredentialNames names;
    private final NamedValue named;
    private final Set<String> encryptedPaths;
    private final EmbeddedScan embedded;

    public ScalarJudge(Knowledge knowledge, Set<String> encryptedPaths, EmbeddedScan embedded) {
        this(knowledge, encryptedPaths, embedded, false);
    }

    private ScalarJudge(Knowledge knowledge, Set<String> encryptedPaths, EmbeddedScan embedded, boolean inFile) {
        this.names = knowledge.names();
        this.named = new NamedValue(names, inFile);
        this.encryptedPaths = encryptedPaths;
        this.embedded = embedded;
    }

    /** A judge of a document that is the content of a file. */
    static ScalarJudge ofFile(Knowledge knowledge, EmbeddedScan embedded) {
        return new ScalarJudge(knowledge, Set.of(), embedded, true);
    }

    /** The secrets in the scalar's text, in order, none overlapping. */
    public List<Hit> judge(YamlScalar scalar, Place place) {
        return isBinary(scalar) ? binary(scalar, place) : text(scalar, place);
    }

    /** Whether the scalar's text is Base64 by its own tag. */
    static boolean isBinary(YamlScalar scalar) {
        return scalar.tag().filter(BINARY::equals).isPresent();
    }

    // A span of the decoded text has no place in the source, so a secret anywhere in it takes the whole.
    private List<Hit> binary(YamlScalar scalar, Place place) {
        String decoded = String.valueOf(scalar.value().tree());
        Optional<Hit> hit = byPlace(decoded, place)
                .or(() -> byName(decoded, place, YamlValue.Kind.STRING))
                .or(() -> embedded.find(decoded, place).stream().findFirst());
        return hit.map(found -> List.of(found.as(0, scalar.text().length(), decoded, Filter.NONE)))
                .orElse(List.of());
    }

    private List<Hit> text(YamlScalar scalar, Place place) {
        String text = scalar.text();
        if (isSealed(text, place)) {
            return List.of();
        }
        // A text that is filled in in part is judged by what stands around the placeholder.
        boolean template = Tokens.present(text);
        Optional<Hit> placed = template && !holdsMore(text, place) ? Optional.empty() : byPlace(text, place);
        if (placed.isPresent()) {
            return List.of(placed.get());
        }
        YamlValue.Kind kind = scalar.value().kind();
        if (kind == YamlValue.Kind.BOOLEAN || kind == YamlValue.Kind.NULL) {
            return List.of();
        }
        Optional<Hit> byName = template || isFilled(scalar) ? Optional.empty() : byName(text, place, kind);
        if (kind != YamlValue.Kind.STRING) {
            return byName.stream().toList();
        }
        if (UnreadableDocument.holdsSecret(text, place, embedded, names)) {
            return List.of(Whole.of(
                    text,
                    "unreadable-document",
                    "It names secrets and cannot be read as the document it is.",
                    Confidence.MEDIUM));
        }
        List<Hit> inside = inside(text, place);
        boolean document = byName.isPresent() && embedded.parses(text);
        if (document && inside.isEmpty() && JsonStrings.isJson(text)) {
            List<Hit> strings = JsonStrings.of(text, byName.get());
            boolean sure = names.of(place.name()) == Strength.STRONG;
            return strings.isEmpty() && sure ? List.of(byName.get()) : strings;
        }
        boolean insideDecides = !inside.isEmpty() && (document || onlyPartOf(inside));
        return byName.isEmpty() || insideDecides ? inside : List.of(byName.get());
    }

    // !secret x, !Env X: what a tag of the program's own resolves; fs.readFile('x'): what an expression gives.
    private static boolean isFilled(YamlScalar scalar) {
        boolean resolved = scalar.tag()
                .filter(tag -> tag.startsWith("!") && !tag.startsWith("!!"))
                .isPresent();
        return resolved || (scalar.style() == ScalarStyle.PLAIN && AssignedValue.isCall(scalar.text()));
    }

    private List<Hit> inside(String text, Place place) {
        List<Hit> inside = new ArrayList<>(embedded.find(text, place));
        if (!place.quiet()) {
            Hits.addFree(inside, ListedPairs.of(text, names));
        }
        // "PSK 001" is no directive where the name says that it is what something is called.
        boolean line =
                text.indexOf('\n') < 0 && DESCRIBING.matcher(place.step()).find();
        inside.removeIf(hit -> line && hit.rule().equals("credential-directive"));
        return Hits.sorted(inside);
    }

    private static boolean isSealed(String text, Place place) {
        return text.isBlank() || Tokens.cover(text) || ValueShape.encrypted(text) || place.is(Role.Use.SEALED);
    }

    // Beside a placeholder a Secret may hold part of a secret, or only a scheme and a host.
    private boolean holdsMore(String text, Place place) {
        String rest = Tokens.removed(text);
        boolean secret = place.secretData("data") || place.secretData("stringData");
        return secret
                && (ValueShape.generated(rest)
                        || ValueJudge.accepts(names.of(place.name()), rest).isPresent());
    }

    private static boolean onlyPartOf(List<Hit> inside) {
        return inside.stream().anyMatch(hit -> WHOLE_ANYWAY.contains(hit.rule()));
    }

    private Optional<Hit> byPlace(String text, Place place) {
        if (isDeclared(place)) {
            return Optional.of(Whole.of(
                    text, "declared-encrypted-path", "The cluster declares this path as encrypted.", Confidence.HIGH));
        }
        if (place.secretData("data")) {
            return Optional.of(secretData(text));
        }
        if (place.secretData("stringData")) {
            return Optional.of(Whole.of(text, "secret-data", "It is a value of a Secret.", Confidence.HIGH));
        }
        boolean always = place.is(Role.Use.ALWAYS) && !place.selects() && ValueJudge.possible(text);
        return always
                ? Optional.of(Whole.of(text, "secret-field", Whole.sentence(place.roleReason()), Confidence.HIGH))
                : Optional.empty();
    }

    private boolean isDeclared(Place place) {
        if (encryptedPaths.isEmpty()) {
            return false;
        }
        String dotted = place.dotted();
        return encryptedPaths.stream().anyMatch(path -> dotted.equals(path) || dotted.startsWith(path + "."));
    }

    private static Hit secretData(String text) {
        Hit whole = Whole.of(text, "secret-data", "It is a value of a Secret.", Confidence.HIGH);
        return Base64Text.decode(whole.secret())
                .filter(plain -> !plain.isEmpty())
                .map(plain -> whole.as(whole.from(), whole.to(), plain, Filter.BASE64))
                .orElse(whole);
    }

    // secretKeyRef: {password: x} refers to nothing.
    private boolean isPasswordAmongNames(String text, Place place) {
        return names.judge(place.step()).strength() == Strength.STRONG
                && ValueJudge.accepts(Strength.FIRM, text).isPresent();
    }

    private Optional<Hit> byName(String text, Place place, YamlValue.Kind kind) {
        return place.quiet() && !isPasswordAmongNames(text, place) ? Optional.empty() : named.judge(text, place, kind);
    }
}
