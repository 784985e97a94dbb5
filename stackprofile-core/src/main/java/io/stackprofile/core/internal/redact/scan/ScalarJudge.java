package io.stackprofile.core.internal.redact.scan;

import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.value.Base64Text;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for one scalar at its place. The order is: what is sealed or filled in already; what the place alone makes a
 * secret; what the text holds; what its name says.
 */
public final class ScalarJudge {

    private static final Set<String> WHOLE_ANYWAY = Set.of("url-password", "bearer-credential", "basic-credential");

    private static final String BINARY = "tag:yaml.org,2002:binary";

    private final CredentialNames names;
    private final Set<String> encryptedPaths;
    private final EmbeddedScan embedded;

    public ScalarJudge(Knowledge knowledge, Set<String> encryptedPaths, EmbeddedScan embedded) {
        this.names = knowledge.names();
        this.encryptedPaths = encryptedPaths;
        this.embedded = embedded;
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
        if (text.isBlank() || Tokens.cover(text) || ValueShape.encrypted(text) || place.below("encryptedData")) {
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
        Optional<Hit> named = template ? Optional.empty() : byName(text, place, kind);
        if (kind != YamlValue.Kind.STRING) {
            return named.map(List::of).orElse(List.of());
        }
        if (UnreadableDocument.holdsSecret(text, place, embedded, names)) {
            return List.of(whole(
                    text,
                    "unreadable-document",
                    "It names secrets and cannot be read as the document it is.",
                    Confidence.MEDIUM));
        }
        List<Hit> inside = embedded.find(text, place);
        if (named.isEmpty() || (!inside.isEmpty() && (embedded.parses(text) || onlyPartOf(inside)))) {
            return inside;
        }
        return List.of(named.get());
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
            return Optional.of(whole(
                    text, "declared-encrypted-path", "The cluster declares this path as encrypted.", Confidence.HIGH));
        }
        if (place.secretData("data")) {
            return Optional.of(secretData(text));
        }
        if (place.secretData("stringData")) {
            return Optional.of(whole(text, "secret-data", "It is a value of a Secret.", Confidence.HIGH));
        }
        boolean docker =
                place.parentStep(2).equals("auths") || place.parentStep(3).equals("auths");
        if (docker
                && Set.of("auth", "password", "identitytoken", "registrytoken").contains(place.step())) {
            return Optional.of(
                    whole(text, "registry-credential", "It is a container registry's credential.", Confidence.HIGH));
        }
        if (place.below("secureJsonData") && !ValueShape.publicMaterial(text) && ValueJudge.possible(text)) {
            return Optional.of(
                    whole(text, "secure-json-data", "Grafana keeps secrets under this key.", Confidence.HIGH));
        }
        return Optional.empty();
    }

    private boolean isDeclared(Place place) {
        if (encryptedPaths.isEmpty()) {
            return false;
        }
        String dotted = place.dotted();
        return encryptedPaths.stream().anyMatch(path -> dotted.equals(path) || dotted.startsWith(path + "."));
    }

    private static Hit secretData(String text) {
        Hit whole = whole(text, "secret-data", "It is a value of a Secret.", Confidence.HIGH);
        return Base64Text.decode(whole.secret())
                .filter(plain -> !plain.isEmpty())
                .map(plain -> new Hit(
                        whole.from(),
                        whole.to(),
                        plain,
                        Filter.BASE64,
                        whole.rule(),
                        whole.reason(),
                        whole.confidence(),
                        List.of()))
                .orElse(whole);
    }

    private Optional<Hit> byName(String text, Place place, YamlValue.Kind kind) {
        if (place.quiet()) {
            return Optional.empty();
        }
        String name = place.name();
        if (name.equals("-u") || name.equals("--user")) {
            return userAndPassword(text);
        }
        if (text.startsWith("-p") && !text.startsWith("-p=") && ValueShape.generated(text.substring(2))) {
            return Optional.of(argument(text, 2, "It stands where MySQL's clients take a password."));
        }
        if (name.startsWith("-") && text.startsWith("-") && !ValueShape.generated(text)) {
            return Optional.empty();
        }
        Strength strength = names.of(name);
        if (strength == Strength.NONE) {
            strength = names.below(place.parentStep(1)).strength();
        }
        boolean number = kind != YamlValue.Kind.STRING;
        if (number && (strength != Strength.STRONG || text.length() < 4)) {
            return Optional.empty();
        }
        return ValueJudge.accepts(strength, text)
                .map(confidence ->
                        whole(text, "credential-name", "Its name says that it is a credential.", confidence));
    }

    private static Optional<Hit> userAndPassword(String text) {
        int colon = text.indexOf(':');
        boolean pair = colon > 0 && colon < text.length() - 1 && text.indexOf('/') < 0 && text.indexOf(' ') < 0;
        String password = text.substring(colon + 1);
        if (!pair || !ValueJudge.possible(password) || password.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(argument(text, colon + 1, "It is the password beside a user's name."));
    }

    private static Hit argument(String text, int from, String reason) {
        return new Hit(
                from,
                text.length(),
                text.substring(from),
                Filter.NONE,
                "credential-argument",
                reason,
                Confidence.MEDIUM,
                List.of("password"));
    }

    // Blanks around the value stay where they are, so that a block keeps its final line break.
    private static Hit whole(String text, String rule, String reason, Confidence confidence) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Hit(from, to, text.substring(from, to), Filter.NONE, rule, reason, confidence, new ArrayList<>());
    }
}
