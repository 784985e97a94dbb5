package io.stackprofile.core.internal.redact.value;

import com.google.re2j.Pattern;
import io.stackprofile.core.internal.redact.name.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells values that could be secrets from switches, references, names and other configuration. */
public final class ValueShape {

    private static final Set<String> SWITCHES = Words.set("switch");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{[^}]*}|\\$\\([^)]*\\)|\\$[A-Za-z_][A-Za-z0-9_]*|\\$[0-9@*#?]|\\{\\{.*?}}|<[^<>]*>|%%[A-Za-z_][\\w.-]*%%|%[A-Za-z_]\\w+%|@[A-Za-z_][\\w.-]+@|%\\([A-Za-z_]\\w*\\)s|\\$__[a-z]+\\{[^}]*}|__[A-Z][A-Z0-9_]*__|\\(\\([^()]+\\)\\)|#\\{[^}]*}#?|\\[[A-Z][A-Z _-]+]|\\[\\[[^\\[\\]]+]]|&lt;[^&<>]*&gt;",
            Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:vault|op|ssm|arn|ref\\+[a-z0-9]+|awssm|secretsmanager|gcpsm|sm|azurekeyvault|keyvault|secret|secretref|secretkeyref|env|file|k8s|kubernetes|projects|doppler|bws|akv|sops|exec|cmd)(?::|://)\\S*|projects/\\S+/secrets/\\S+|!\\w+\\s.*|\\$[a-z][a-z0-9_-]*(?:[.:][a-z0-9_-]+)+|\\{(?:cipher|vault|env|file)}.*|SECRET\\[[^\\]]*]",
            Pattern.CASE_INSENSITIVE);
    // What a program's text takes from elsewhere: this.apiKey, config.auth.token. Or what a page's style picks:
    // #add-password.
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:this|self|process\\.env)(?:\\.[A-Za-z_]\\w*)+[,;)]*"
                    + "|(?:[a-z]\\w*\\.)+\\w*(?i:password|passwd|passphrase|token|secret|apikey|credentials?)[,;)]*|[#.][a-z]+(?:-[a-z]+)+");
    private static final Pattern PATH =
            Pattern.compile("(?:~|\\.{1,2}|\\$[A-Z_]+|[A-Za-z]:)?(?:[/\\\\][A-Za-z0-9._ -]+)+/?");
    private static final Pattern MEASURE = Pattern.compile(
            "[-+]?[0-9]+(?:\\.[0-9]+)*\\s*(?:[KMGTPE]i?B?|[num]|ms|s|m|h|d|w|y|min|sec|%|x|px|[0-9]+[smhd]){0,4}|v?[0-9]+(?:\\.[0-9]+)+(?:[-+][A-Za-z0-9.]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+Z?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]*://\\S*");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern RESOURCE =
            Pattern.compile("[a-z]{2,15}(?:-(?:[a-z]{2,15}|v?[0-9]{1,4}))+-[a-z0-9]{5,10}");
    private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,7}");
    private static final Pattern EVEN_SERIAL = Pattern.compile("[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3,7}");
    private static final Pattern BRACED = Pattern.compile("\\{ ?[A-Za-z_][A-Za-z0-9_.-]{0,80} ?}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{16,}|[0-9A-F]{16,}");
    private static final Pattern MASK =
            Pattern.compile("[*x.•#-]+|\\[?redacted]?|\\*+.*\\*+|0{8}-(?:0{4}-){3}0{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCRYPTED = Pattern.compile(
            "ENC\\[AES256_GCM,data:[A-Za-z0-9+/=]*,(?:iv:[A-Za-z0-9+/=]+,)?tag:[A-Za-z0-9+/=]+,type:[a-z]+\\]"
                    + "|ENC\\[[A-Z0-9_]+,[A-Za-z0-9+/=\\s]{64,}\\]|ENC\\([A-Za-z0-9+/=\\s]{24,}\\)|Ag[A-Za-z0-9+/]{200,}={0,2}"
                    + "|\\$ANSIBLE_VAULT;[0-9.]+;AES256(?:;[^\\n]*)?\\n[0-9a-f\\s]+"
                    + "|-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----(?:(?:Version|Comment|Hash|Charset): [^\\n]*|[A-Za-z0-9+/=\\s])*"
                    + "-----END (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----");
    private static final Pattern PUBLIC = Pattern.compile(
            "\\s*-----BEGIN (?:TRUSTED |X509 )?(?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|EC PARAMETERS|DH PARAMETERS|X509 CRL|CERTIFICATE REQUEST|PGP PUBLIC KEY BLOCK)-----.*|(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\\S+) AAAA.*",
            Pattern.DOTALL);
    // A word with or without a number, or software whose name has a digit inside.
    private static final String NAME_PART =
            "(?:[A-Za-z]+[0-9]{0,4}|[A-Za-z0-9]{1,4}|(?i:neo4j|log4j2?|log4net|kube2iam|3scale|m3db|ora2pg|web3js))";
    private static final Pattern NAME = Pattern.compile(NAME_PART + "(?:[-._/:@ ]" + NAME_PART + ")*");

    private static final Pattern DIGEST =
            Pattern.compile("(?i)(?:sha(?:1|224|256|384|512)|md5)[:/-](?:[0-9a-f]{32,128}|[A-Za-z0-9+/]{27,86}={0,2})");
    // What a client is called in public.
    private static final Pattern CLIENT = Pattern.compile("[0-9]+-[a-z0-9]+\\.apps\\.googleusercontent\\.com");
    private static final Pattern MNEMONIC = Pattern.compile("[a-z]{3,8}(?: [a-z]{3,8}){11,23}");
    private static final Pattern NO_ID = Pattern.compile("0{8}(?:-0{4}){3}-0{12}(?:;.*)?");

    private static final Pattern SETTINGS =
            Pattern.compile("[A-Za-z][\\w .-]*=[^;=]*(?:;\\s*[A-Za-z][\\w .-]*=[^;]*)+;?");

    private static final Pattern WORD = Pattern.compile("[a-z]{6}|[A-Z][a-z]{5}|[A-Z]{7}|\\n");
    private static final int SHORTEST_KEY = 16;
    private static final int SHORTEST_NOISE = 32;
    private static final int MOST_SIGNS = 10;

    private ValueShape() {}

    /** A switch, a blank or nothing. */
    public static boolean trivial(String value) {
        String bare = value.strip();
        return bare.isEmpty()
                || SWITCHES.contains(bare.toLowerCase(Locale.ROOT))
                || NO_ID.matcher(bare).matches();
    }

    /** Nothing but what another program fills in: {@code ${X}}, {@code $(X)}, {@code {{ x }}}, {@code <x>}. */
    public static boolean placeholder(String value) {
        String rest = PLACEHOLDER.matcher(value.strip()).replaceAll("");
        if (BRACED.matcher(value.strip()).matches()) {
            return !generated(value);
        }
        return !rest.equals(value.strip()) && rest.chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Whether a part of it is filled in by another program. */
    public static boolean holdsPlaceholder(String value) {
        return PLACEHOLDER.matcher(value).find();
    }

    /** Names where the secret is kept instead of being it. */
    public static boolean reference(String value) {
        String bare = value.strip();
        return REFERENCE.matcher(bare).matches() || EXPRESSION.matcher(bare).matches();
    }

    /** A file's path, or the beginning of one whose end is filled in. */
    public static boolean path(String value) {
        String bare = upToTemplate(value.strip());
        return PATH.matcher(bare).matches() && !generated(bare);
    }

    private static String upToTemplate(String value) {
        int end = value.length();
        for (String opening : List.of("{{", "${", "$(")) {
            int at = value.indexOf(opening, 1);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return value.substring(0, end);
    }

    /** A number with or without a unit, a version or a date. */
    public static boolean measure(String value) {
        return MEASURE.matcher(value.strip()).matches();
    }

    public static boolean url(String value) {
        return URL.matcher(value.strip()).matches();
    }

    /** Whether a part of a URL's path, query or fragment looks made by a machine. */
    public static boolean generatedPath(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        if (path < 0) {
            return false;
        }
        return Arrays.stream(url.substring(path + 1).split("[/?&=#]"))
                .anyMatch(part -> part.length() >= SHORTEST_KEY && generated(part));
    }

    /** Asterisks and the like, where someone took the secret out already. */
    public static boolean masked(String value) {
        String bare = value.strip();
        return MASK.matcher(bare).matches() || (repeated(bare) && bare.matches("(?s).*([xX*])\\1{5}.*"));
    }

    /** Whether one letter stands for most of it, as in an example of a token. */
    public static boolean repeated(String value) {
        int[] counts = new int[128];
        int most = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            most = c < counts.length ? Math.max(most, ++counts[c]) : most;
        }
        return value.length() >= SHORTEST_KEY && most * 5 >= value.length() * 3;
    }

    /** Already encrypted, the whole of it: what only begins so may hold anything. */
    public static boolean encrypted(String value) {
        return ENCRYPTED.matcher(value.strip()).matches();
    }

    /** A checksum that says by what it was made. */
    public static boolean digest(String value) {
        return DIGEST.matcher(value.strip()).matches();
    }

    /** Words enough to make a wallet's key from, as BIP 39 lists them. */
    public static boolean mnemonic(String value) {
        return MNEMONIC.matcher(value.strip()).matches();
    }

    /** A certificate, a public key or a client's public name. */
    public static boolean publicMaterial(String value) {
        if (value.contains("PRIVATE KEY-----")) {
            return false;
        }
        if (PUBLIC.matcher(value).matches() || CLIENT.matcher(value).matches()) {
            return true;
        }
        return value.startsWith("LS0tLS1")
                && Base64Text.decode(value)
                        .filter(text -> !text.contains("PRIVATE KEY-----")
                                && PUBLIC.matcher(text).matches())
                        .isPresent();
    }

    public static boolean uuid(String value) {
        return UUID.matcher(value).matches();
    }

    /** Settings joined by semicolons, each of which is judged by its own name. */
    public static boolean settings(String value) {
        return SETTINGS.matcher(value.strip()).matches();
    }

    /** Words, perhaps with a few digits, joined by the separators that names are joined by. */
    public static boolean nameLike(String value) {
        return NAME.matcher(value).matches() && !generated(value);
    }

    /** Words of a name that Kubernetes, Helm or Kustomize lengthened by a few letters and digits. */
    public static boolean resourceName(String value) {
        String bare = value.strip();
        return RESOURCE.matcher(bare).matches() && !isWord(bare.substring(bare.lastIndexOf('-') + 1));
    }

    private static boolean isWord(String end) {
        return end.chars().allMatch(Character::isLetter) && end.chars().anyMatch(c -> "aeiou".indexOf(c) >= 0);
    }

    /** Whether it looks made by a machine rather than written by a person. */
    public static boolean generated(String value) {
        String bare = value.strip();
        if (UUID.matcher(bare).matches() || serial(bare)) {
            return true;
        }
        int from = 0;
        for (int i = 0; i <= bare.length(); i++) {
            if (i == bare.length() || !Character.isLetterOrDigit(bare.charAt(i))) {
                if (i - from >= 8 && generatedRun(bare.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return generatedMix(bare);
    }

    // XXXX-XXXX-XXXX, as products are unlocked; a part in which letters and digits mix is no word.
    private static boolean serial(String value) {
        if (EVEN_SERIAL.matcher(value).matches()) {
            return value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
        }
        return SERIAL.matcher(value).matches()
                && Arrays.stream(value.split("-"))
                                .filter(part -> part.chars().anyMatch(Character::isDigit)
                                        && part.chars().anyMatch(Character::isLetter))
                                .count()
                        >= 2;
    }

    /** Signs of so many kinds, and so few words, that nobody wrote it and no language has it. */
    static boolean noise(String value) {
        if (value.length() < SHORTEST_NOISE || WORD.matcher(value).find()) {
            return false;
        }
        long signs = value.chars()
                .filter(c -> c > ' ' && !Character.isLetterOrDigit(c))
                .distinct()
                .count();
        return signs >= MOST_SIGNS;
    }

    private static boolean generatedRun(String run) {
        Run shape = Run.of(run);
        if (HEX.matcher(run).matches()) {
            return (shape.digits() > 0 && shape.letters() > 0) || (run.length() >= 24 && shape.distinct() >= 6);
        }
        if (shape.digits() == 0) {
            return irregular(run)
                    || (shape.caseChanges() >= 4 && shape.shortWords() > run.length() / 5)
                    || shape.longestConsonants() >= 6
                    || (run.length() >= 16 && shape.letters() == run.length() && shape.vowels() * 6 < run.length());
        }
        if (shape.letters() == 0) {
            return false;
        }
        // Words of one case or camel case are longer.
        boolean mixed = run.length() >= 12 && shape.caseChanges() >= 4 && shape.shortWords() * 6 > run.length();
        return mixed || shape.digitChanges() >= 3 || (shape.digitChanges() >= 2 && shape.caseChanges() >= 2);
    }

    // Words in camel case begin with one capital, and acronyms among them are few.
    private static boolean irregular(String run) {
        int odd = 0;
        int from = 0;
        for (int i = 1; i <= run.length(); i++) {
            if (i == run.length() || Character.isUpperCase(run.charAt(i)) != Character.isUpperCase(run.charAt(from))) {
                odd += Character.isUpperCase(run.charAt(from)) == (i - from > 1) ? 1 : 0;
                from = i;
            }
        }
        return run.length() >= SHORTEST_KEY && odd >= 6;
    }

    // Signs between letters and digits, as a password generator writes them.
    private static boolean generatedMix(String value) {
        if (value.length() < 8 || value.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        boolean upper = value.chars().anyMatch(Character::isUpperCase);
        boolean lower = value.chars().anyMatch(Character::isLowerCase);
        boolean digit = value.chars().anyMatch(Character::isDigit);
        long signs = value.chars().filter(c -> "!#$%^&*+=?~|".indexOf(c) >= 0).count();
        if (upper && lower && digit && signs > 0 && signs * 3 < value.length()) {
            return true;
        }
        return value.length() >= 20
                && upper
                && lower
                && digit
                && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "+/=_-".indexOf(c) >= 0)
                && Run.of(value).caseChanges() >= 4;
    }
}
