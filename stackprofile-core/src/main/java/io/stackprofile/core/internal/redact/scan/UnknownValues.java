package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.NameWords;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.value.Tokens;
import io.stackprofile.core.internal.redact.value.ValueShape;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds texts that nothing is known of but that look made by a machine, as a strict policy takes them for secrets. */
public final class UnknownValues {

    private static final String RULE = "unknown-entropy";
    private static final String REASON = "It looks generated, and nothing says that it is no secret.";

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_=-]{20,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9]+");
    // Certificates and public keys, wherever they stand.
    private static final Pattern PUBLIC_BLOCK = Pattern.compile(
            "(?s)-----BEGIN (?:[A-Z0-9 ]*CERTIFICATE[A-Z ]*|[A-Z ]*PUBLIC KEY[A-Z ]*|X509 CRL)-----.*?(?:-----END |\\z)"
                    + "|(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\\S+) AAAA[A-Za-z0-9+/=]*");
    // What names itself a digest or an id, just before the run: sha256:..., "checksum": "...", commit=...
    private static final Pattern LABELLED = Pattern.compile(
            "(?i)(?:sha[-_]?[0-9]{1,3}|md5|checksum|digest|hash|integrity|fingerprint|etag|commit|revision|uid|uuid)"
                    + "[\"']?[ \\t]*[:=@ -][ \\t]*[\"']?(?:sha[0-9]{1,3}[:-])?$");
    // What a tool computes of public content, or gives a name by, is written under names like these.
    private static final Set<String> COMPUTED = Set.of(
            "checksum",
            "digest",
            "hash",
            "sha",
            "sha1",
            "sha256",
            "sha384",
            "sha512",
            "md5",
            "sum",
            "integrity",
            "fingerprint",
            "etag",
            "commit",
            "revision",
            "image",
            "tag",
            "version",
            "chart",
            "certificate",
            "cert",
            "crt",
            "ca",
            "bundle");
    private static final Set<String> IDS = Set.of("id", "ids", "uid", "uuid", "guid");

    private static final int SHORTEST = 20;
    private static final int SHORTEST_PART = 16;
    private static final int LOOK_BEHIND = 40;
    private static final double HEX_BITS = 3.0;
    private static final double TEXT_BITS = 3.5;

    private UnknownValues() {}

    /** What looks generated in a scalar. */
    static List<Hit> find(YamlScalar scalar, Place place) {
        String text = scalar.text();
        boolean settled = scalar.value().kind() != YamlValue.Kind.STRING
                || place.quiet()
                || place.is(Role.Use.SEALED)
                || ValueShape.encrypted(text)
                || ValueShape.publicMaterial(text);
        return settled || ScalarJudge.isBinary(scalar) ? List.of() : find(text, place.name());
    }

    /** What looks generated in a text that nothing names. */
    static List<Hit> find(String text) {
        return find(text, "");
    }

    /** What looks generated in the value of {@code name}. */
    public static List<Hit> find(String text, String name) {
        List<Hit> hits = new ArrayList<>();
        if (text.length() < SHORTEST || isComputed(name)) {
            return hits;
        }
        boolean id = endsIn(name, IDS);
        List<int[]> open = publicBlocks(text);
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            int from = runs.start();
            int to = runs.end();
            String run = text.substring(from, to);
            boolean covered = open.stream().anyMatch(block -> block[0] <= from && to <= block[1]);
            if (!covered && isUnknown(run, id) && !isPartOfMore(text, from, to) && !Tokens.overlap(text, from, to)) {
                hits.add(new Hit(from, to, run, Filter.NONE, RULE, REASON, Confidence.LOW, List.of()));
            }
        }
        return hits;
    }

    private static boolean isUnknown(String run, boolean id) {
        if (ValueShape.uuid(run)) {
            return !id;
        }
        boolean letter = run.chars().anyMatch(Character::isLetter);
        boolean digit = run.chars().anyMatch(Character::isDigit);
        if (!letter || !digit || !ValueShape.generated(run)) {
            return false;
        }
        // A name of words with a generated ending, as Kubernetes gives pods, is a name.
        boolean solid = false;
        Matcher parts = PART.matcher(run);
        while (parts.find()) {
            solid |= parts.end() - parts.start() >= SHORTEST_PART && ValueShape.generated(parts.group());
        }
        double least = HEX.matcher(run).matches() ? HEX_BITS : TEXT_BITS;
        return (solid || isMixed(run)) && bits(run) >= least;
    }

    // Both cases and digits throughout, as Base64 has them: signs then are part of the text, not between words.
    private static boolean isMixed(String run) {
        return run.chars().anyMatch(Character::isUpperCase) && run.chars().anyMatch(Character::isLowerCase);
    }

    // A URL, a host, a path, a field that a template reads, or what the words before call a digest.
    private static boolean isPartOfMore(String text, int from, int to) {
        int start = from;
        while (start > 0 && isInWord(text.charAt(start - 1))) {
            start--;
        }
        int end = to;
        while (end < text.length() && isInWord(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        if (word.contains("://") || ValueShape.holdsPlaceholder(word) || ValueShape.path(word)) {
            return true;
        }
        boolean host = to + 1 < end && text.charAt(to) == '.' && Character.isLetter(text.charAt(to + 1));
        boolean field = start < from && word.startsWith(".") && text.charAt(from - 1) == '.';
        String before = text.substring(Math.max(0, from - LOOK_BEHIND), from);
        return host
                || field
                || LABELLED.matcher(before.substring(before.lastIndexOf('\n') + 1))
                        .find();
    }

    private static boolean isInWord(char c) {
        return !Character.isWhitespace(c) && "\"'`,;".indexOf(c) < 0;
    }

    private static List<int[]> publicBlocks(String text) {
        List<int[]> blocks = new ArrayList<>();
        Matcher matcher = PUBLIC_BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new int[] {matcher.start(), matcher.end()});
        }
        return blocks;
    }

    private static boolean isComputed(String name) {
        return name.startsWith("checksum/") || endsIn(name, COMPUTED);
    }

    private static boolean endsIn(String name, Set<String> words) {
        List<String> own = NameWords.of(name);
        return !own.isEmpty() && words.contains(own.get(own.size() - 1));
    }

    /** Shannon's entropy, in bits a character. */
    private static double bits(String run) {
        Map<Integer, Integer> counts = new HashMap<>();
        run.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        double bits = 0;
        for (int count : counts.values()) {
            double share = (double) count / run.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
