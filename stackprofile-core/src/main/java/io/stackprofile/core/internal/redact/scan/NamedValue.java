package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CommonWords;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.NameVerdict;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.YamlValue;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a value by what it is called: its own key, the key above, the keys beside and the flag before it. */
final class NamedValue {

    private static final Set<String> PROOFS = Words.set("proof");
    private static final Set<String> USERS = Words.set("user");
    private static final Set<String> SELECTORS = Words.set("selector");
    private static final Map<String, Set<String>> HALVES = Map.of(
            "secretkey", Set.of("accesskey", "accesskeyid", "keyid"),
            "secretaccesskey", Set.of("accesskey", "accesskeyid"),
            "clientsecret", Set.of("clientid"),
            "appsecret", Set.of("appid", "appkey"),
            "consumersecret", Set.of("consumerkey"));
    private static final Set<String> ROLE_ID = Set.of("roleid");
    private static final int SHORTEST_NUMBER = 4;

    // user:password@host, as drivers take it without a scheme.
    private static final Pattern ADDRESS =
            Pattern.compile("[\\w.%+-]+:([^@/\\s]+)@(?:[a-z]*\\()?[A-Za-z0-9][\\w.-]*(?:[):/?,].*)?");
    private static final Pattern CONNECTION = Pattern.compile("(?i)(?:dsn|ur[il]|conn|connection|connection_?string)$");
    private static final NameVerdict APP_ROLE = new NameVerdict(
            Strength.FIRM, "It stands beside the identifier of an AppRole of Vault, and is what proves the role.");

    private final CredentialNames names;
    private final boolean inFile;

    /** Judges by {@code names}; {@code inFile} says that a program reads the document as it is, from a file. */
    NamedValue(CredentialNames names, boolean inFile) {
        this.names = names;
        this.inFile = inFile;
    }

    /** The secret in {@code text}, if its name says that there is one. */
    Optional<Hit> judge(String text, Place place, YamlValue.Kind kind) {
        String name = place.name();
        if (name.startsWith("-") || text.startsWith("-")) {
            Optional<Hit> argument = Arguments.judge(name, text);
            boolean flag = name.startsWith("-") && text.startsWith("-") && !ValueShape.generated(text);
            if (argument.isPresent() || flag) {
                return argument;
            }
        }
        NameVerdict verdict = verdict(place, text);
        if (kind != YamlValue.Kind.STRING) {
            boolean password = verdict.strength() == Strength.STRONG && text.length() >= SHORTEST_NUMBER;
            return password ? hit(verdict, text) : Optional.empty();
        }
        return pair(name, text, verdict)
                .or(() -> hit(verdict, text))
                .or(() -> worded(place, verdict, text))
                .or(() -> url(place, text));
    }

    private Optional<Hit> hit(NameVerdict verdict, String text) {
        return ValueJudge.accepts(verdict.strength(), text)
                .map(confidence -> Whole.of(text, "credential-name", verdict.reason(), confidence));
    }

    // A variable has what the program takes, where values of a chart may name a Secret; so has the half of a pair whose
    // other half stands beside it.
    private Optional<Hit> worded(Place place, NameVerdict verdict, String text) {
        boolean literal = verdict.strength() == Strength.FIRM
                && ((isTaken(place) && ValueJudge.worded(text))
                        || (place.isVariable() && CommonWords.contains(text))
                        || (isOtherHalf(place) && ValueJudge.half(text)));
        return literal
                ? Optional.of(Whole.of(text, "credential-name", verdict.reason(), Confidence.MEDIUM))
                : Optional.empty();
    }

    private boolean isTaken(Place place) {
        return place.isVariable() || (inFile && place.object() == null);
    }

    private static boolean isOtherHalf(Place place) {
        return HALVES.entrySet().stream()
                .anyMatch(half -> place.plainStep().endsWith(half.getKey()) && place.beside(half.getValue()));
    }

    private NameVerdict verdict(Place place, String text) {
        String name = place.name();
        NameVerdict own = names.judge(name);
        if (own.strength() == Strength.STRONG) {
            return own;
        }
        NameVerdict best = own.orStronger(names.isBare(name) ? bare(name, place, text) : within(name, place));
        if (place.plainStep().equals("secretid") && place.beside(ROLE_ID)) {
            return APP_ROLE;
        }
        if (place.is(Role.Use.HOLDER)) {
            best = best.orStronger(new NameVerdict(Strength.FIRM, Whole.sentence(place.roleReason())));
        }
        best = best.orStronger(names.below(place.enclosingName()));
        return best.equals(own) || !names.describes(name) ? best : own;
    }

    private NameVerdict within(String name, Place place) {
        return names.judge(place.enclosingName(), name);
    }

    // {secretName: shop, key: token} names a key of a Secret; no such name is made by a machine.
    private NameVerdict bare(String name, Place place, String text) {
        NameVerdict within = within(name, place);
        if (within.strength().compareTo(Strength.FIRM) >= 0
                || (isSelector(name, place) && !ValueShape.generated(text))) {
            return within.strength() == Strength.LIKELY ? NameVerdict.NOTHING : within;
        }
        return PROOFS.contains(name.toLowerCase(Locale.ROOT)) && place.beside(USERS)
                ? new NameVerdict(Strength.FIRM, "It stands beside a user's name, and is what proves the user.")
                : within;
    }

    private static boolean isSelector(String name, Place place) {
        return name.equals("key") && place.beside(SELECTORS);
    }

    // user:password, as HTTP joins them.
    private Optional<Hit> pair(String name, String text, NameVerdict verdict) {
        if (text.indexOf(':') <= 0) {
            return Optional.empty();
        }
        Matcher login = ADDRESS.matcher(text);
        if (CONNECTION.matcher(name).find() && login.matches() && ValueJudge.possible(login.group(1))) {
            return Optional.of(Arguments.password(
                    text, login.start(1), login.end(1), "It is the password beside a user's name in an address."));
        }
        if (!names.joinsUserAndPassword(name)) {
            return Optional.empty();
        }
        boolean surely = verdict.strength().compareTo(Strength.FIRM) >= 0;
        return Arguments.userAndPassword(text)
                .filter(hit -> surely || CommonWords.contains(hit.secret()) || !ValueShape.nameLike(hit.secret()));
    }

    private Optional<Hit> url(Place place, String text) {
        boolean secret = names.hasSecretUrl(place.enclosingName(), place.name())
                && ValueShape.url(text)
                && ValueShape.generatedPath(text);
        return secret
                ? Optional.of(Whole.of(
                        text,
                        "secret-url",
                        "Its name says that whoever knows the URL may use it, and its path looks made by a machine.",
                        Confidence.MEDIUM))
                : Optional.empty();
    }
}
