package io.stackprofile.core.internal.redact.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a key by its head noun: {@code dbPassword} names a password, {@code passwordFile} names a file. What the words
 * mean is data in {@code names.tsv}; a caller may add words. Immutable and thread-safe.
 */
public final class CredentialNames {

    private static final Phrases OWN = new Phrases(table());
    private static final Map<String, String> FIRM_MODIFIERS = Words.reasons("firm-modifier");
    private static final Set<String> TELLING = Set.of("secret", "token");
    private static final Set<String> PLAIN_KEYS = Words.set("plain-key");
    private static final Set<String> NEVER = Words.set("never");
    private static final Set<String> SPEAKS = Words.set("speaks");
    private static final Set<String> TRAILERS = Words.set("trailer");
    private static final Set<String> METADATA = Words.set("metadata");
    private static final Set<String> CARRIERS = Words.set("carrier");
    private static final Map<String, String> PASSWORDS = Words.reasons("passwords");
    private static final Map<String, String> HOLDERS = Words.reasons("holder");

    private static final Set<String> BARE = Words.set("bare");
    private static final Phrases USER_PASSWORDS = Phrases.of(Words.set("user-password"));
    private static final Set<String> WEBHOOKS = Set.of("webhook", "webhooks", "hook", "hooks");
    private static final Phrases SECRET_URLS = Phrases.of(Words.set("secret-url"));

    // Longer ones are no names.
    private static final int MOST_WORDS = 12;

    private final Phrases callers;
    private final Set<String> secretWords;

    private CredentialNames(Phrases callers, Set<String> secretWords) {
        this.callers = callers;
        this.secretWords = secretWords;
    }

    /** What the library's own word lists say. */
    public static CredentialNames builtIn() {
        return new CredentialNames(new Phrases(Map.of()), Set.of());
    }

    /**
     * What a caller's words say, and the library's where they say nothing. Each is a word or a phrase in any spelling
     * ({@code geheim}, {@code deploymentPhrase}, {@code deployment-phrase}) and holds for every name that ends in it; the
     * longer of two decides, and of two equal ones the secret.
     *
     * @param secretNames names whose values are secret, whatever they look like
     * @param harmlessNames names whose values are none
     */
    public static CredentialNames with(Set<String> secretNames, Set<String> harmlessNames) {
        Map<String, NameVerdict> verdicts = new HashMap<>();
        harmlessNames.forEach(name -> verdicts.put(phrase(name), NameVerdict.NOTHING));
        NameVerdict secret = new NameVerdict(Strength.STRONG, "The caller says that such a name has a secret.");
        secretNames.forEach(name -> verdicts.put(phrase(name), secret));
        verdicts.remove("");
        Set<String> words = secretNames.stream()
                .map(NameWords::of)
                .filter(parts -> !parts.isEmpty())
                .map(CredentialNames::last)
                .collect(Collectors.toUnmodifiableSet());
        return new CredentialNames(new Phrases(verdicts), words);
    }

    /** The last words of what a caller calls secret, in lower case: a text without any needs no search for them. */
    public Set<String> callersWords() {
        return secretWords;
    }

    /** How much {@code name} says about its value. */
    public Strength of(String name) {
        return judge(name).strength();
    }

    /** What {@code name} says about its value, and why. */
    public NameVerdict judge(String name) {
        List<String> words = GluedWords.of(name);
        if (words.isEmpty() || isPathOrChecksum(name)) {
            return NameVerdict.NOTHING;
        }
        return callers.endingOf(words).map(Phrases.Ending::verdict).orElseGet(() -> own(words));
    }

    /** What a name says of the values below it, whatever their own keys are: {@code passwords}, {@code secretEnv}. */
    public NameVerdict below(String name) {
        List<String> words = GluedWords.of(name);
        String last = words.isEmpty() ? "" : last(words);
        if (PASSWORDS.containsKey(last)) {
            return NameVerdict.under(last, Strength.STRONG, PASSWORDS.get(last));
        }
        String phrase = String.join(" ", words);
        if (HOLDERS.containsKey(phrase)) {
            return NameVerdict.under(phrase, Strength.FIRM, HOLDERS.get(phrase));
        }
        boolean several = !last.equals(Phrases.singular(last)) && judge(name).strength() != Strength.NONE;
        return several ? NameVerdict.among() : NameVerdict.NOTHING;
    }

    /** What {@code name} says about its value where it stands below {@code above}: {@code secret} in {@code session}. */
    public NameVerdict judge(String above, String name) {
        List<String> words = new ArrayList<>(GluedWords.of(above));
        List<String> own = GluedWords.of(name);
        boolean little = BARE.contains(String.join(" ", own)) || (own.size() == 2 && isKey(last(own)));
        if (words.isEmpty() || !little || describes(name)) {
            return NameVerdict.NOTHING;
        }
        String modifier = Phrases.singular(words.remove(words.size() - 1));
        if (modifier.equals("secret") && phrase(name).equals("key")) {
            return NameVerdict.NOTHING;
        }
        words.add(modifier);
        words.addAll(own);
        return own(words);
    }

    /** What the keys of {@code path}, outermost first, say about the value at its end. */
    public NameVerdict along(List<String> path) {
        if (path.isEmpty()) {
            return NameVerdict.NOTHING;
        }
        String name = last(path);
        NameVerdict own = judge(name);
        if (own.strength() == Strength.STRONG || path.size() == 1) {
            return own;
        }
        String above = path.get(path.size() - 2);
        NameVerdict best = own.orStronger(judge(above, name)).orStronger(below(above));
        return best.equals(own) || !describes(name) ? best : own;
    }

    /** Whether a name says little by itself: {@code key}, {@code token}, {@code secret}. */
    public boolean isBare(String name) {
        return BARE.contains(phrase(name));
    }

    /** Whether a name says that its value is something about a secret, or about something else, and is none itself. */
    public boolean describes(String name) {
        List<String> words = GluedWords.of(name);
        if (words.isEmpty() || isPathOrChecksum(name)) {
            return !words.isEmpty();
        }
        Optional<Phrases.Ending> callers = this.callers.endingOf(words);
        if (callers.isPresent()) {
            return callers.get().verdict().strength() == Strength.NONE;
        }
        String last = last(words);
        return words.stream().anyMatch(NEVER::contains)
                || (judge(name).strength() == Strength.NONE && !isBare(name) && !isKey(last) && isMetadata(last));
    }

    /** Whether a name's value may be a user and a password in one text. */
    public boolean joinsUserAndPassword(String name) {
        return endsIn(USER_PASSWORDS, name);
    }

    /** Whether a name's value, where it stands below {@code above}, may be a URL that is a secret by its path. */
    public boolean hasSecretUrl(String above, String name) {
        return endsIn(SECRET_URLS, name)
                || (name.equals("url") && GluedWords.of(above).stream().anyMatch(WEBHOOKS::contains));
    }

    private static boolean endsIn(Phrases phrases, String name) {
        List<String> words = GluedWords.of(name);
        return !words.isEmpty() && phrases.endingOf(words).isPresent();
    }

    private static NameVerdict own(List<String> all) {
        List<String> words = all;
        while (words.size() > 1 && saysNothing(last(words)) && !endsInPhrase(words)) {
            words = words.subList(0, words.size() - 1);
        }
        NameVerdict byHead = byHead(words);
        if (SPEAKS.contains(words.get(0)) && byHead.strength() != Strength.NONE) {
            return NameVerdict.holds(Strength.LIKELY);
        }
        return byHead.strength() == Strength.NONE && !isKey(last(words)) ? carried(words) : byHead;
    }

    // The string of a connection string says what it is.
    private static boolean endsInPhrase(List<String> words) {
        return OWN.endingOf(words).filter(ending -> ending.words() > 1).isPresent();
    }

    private static NameVerdict byHead(List<String> words) {
        Optional<Phrases.Ending> ending = OWN.endingOf(words);
        int before = words.size() - ending.map(Phrases.Ending::words).orElse(0);
        List<String> modifiers = words.subList(0, before);
        if (modifiers.stream().anyMatch(NEVER::contains)) {
            return NameVerdict.NOTHING;
        }
        if (ending.isPresent()) {
            return withModifiers(ending.get().verdict(), last(words), modifiers);
        }
        return isKey(last(words)) ? key(words) : NameVerdict.NOTHING;
    }

    private static boolean isKey(String word) {
        return Phrases.singular(word).equals("key");
    }

    // What begins with a dot is a file, judged by what it holds.
    private static boolean isPathOrChecksum(String name) {
        return name.startsWith(".") || name.startsWith("/") || name.startsWith("checksum/") || name.startsWith("hash/");
    }

    private static boolean saysNothing(String word) {
        return TRAILERS.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    // "secret" and "token" are as firm as what they are said to be of.
    private static NameVerdict withModifiers(NameVerdict verdict, String head, List<String> modifiers) {
        String noun = Phrases.singular(head);
        if (verdict.strength() == Strength.LIKELY && METADATA.contains(noun) && endsInPassword(modifiers)) {
            return NameVerdict.NOTHING;
        }
        if (verdict.strength() != Strength.LIKELY || !TELLING.contains(noun) || modifiers.isEmpty()) {
            return verdict;
        }
        String modifier = last(modifiers);
        String reason = FIRM_MODIFIERS.get(modifier);
        return reason == null ? verdict : NameVerdict.endsIn(modifier + " " + noun, Strength.FIRM, reason);
    }

    // passwordAuth is a method.
    private static boolean endsInPassword(List<String> words) {
        return !words.isEmpty()
                && OWN.endingOf(words)
                        .filter(ending -> ending.verdict().strength() == Strength.STRONG)
                        .isPresent();
    }

    private static NameVerdict key(List<String> words) {
        List<String> modifiers = words.subList(0, words.size() - 1);
        boolean plain = modifiers.isEmpty() || modifiers.stream().anyMatch(PLAIN_KEYS::contains);
        return plain ? NameVerdict.NOTHING : NameVerdict.endsIn("key", Strength.LIKELY, "of no field, row or place");
    }

    // In DB_PASSWORD_MYAPP the last word says whose it is; in passwordPolicy, what it is.
    private static NameVerdict carried(List<String> words) {
        if (words.size() > MOST_WORDS || words.stream().anyMatch(NEVER::contains) || isMetadata(last(words))) {
            return NameVerdict.NOTHING;
        }
        for (int i = words.size() - 2; i >= 0; i--) {
            String word = Phrases.singular(words.get(i));
            NameVerdict inner = byHead(words.subList(0, i + 1));
            if (inner.strength() == Strength.STRONG) {
                return NameVerdict.holds(Strength.FIRM);
            }
            if (inner.strength() == Strength.FIRM
                    || CARRIERS.contains(word)
                    || (inner.strength() != Strength.NONE && isKey(word))) {
                return NameVerdict.holds(Strength.LIKELY);
            }
            if (isMetadata(word)) {
                return NameVerdict.NOTHING;
            }
        }
        return NameVerdict.NOTHING;
    }

    private static boolean isMetadata(String word) {
        return METADATA.contains(word) || METADATA.contains(Phrases.singular(word));
    }

    private static String phrase(String name) {
        return String.join(" ", GluedWords.of(name));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static Map<String, NameVerdict> table() {
        Map<String, NameVerdict> table = new HashMap<>();
        for (Strength strength : List.of(Strength.LIKELY, Strength.FIRM, Strength.STRONG)) {
            Words.reasons(strength.name().toLowerCase(Locale.ROOT))
                    .forEach((phrase, reason) -> table.put(phrase, NameVerdict.endsIn(phrase, strength, reason)));
        }
        return table;
    }
}
