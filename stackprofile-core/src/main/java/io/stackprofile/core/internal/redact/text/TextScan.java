package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.name.Words;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.KeywordIndex;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds credentials in text that is not parsed: properties, ini files, shell, connection strings, argument lists,
 * markup. Only the value's own span is reported.
 */
public final class TextScan {

    private static final KeywordIndex HINTS = new KeywordIndex(List.of(Words.list("hint")));

    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,80})(\\\\?[\"']?)[ \\t]*(?:=>|:=|=|:)[ \\t]*");
    private static final Pattern FLAG =
            Pattern.compile("(?:^|[\\s\"'(])--?([A-Za-z][A-Za-z0-9_.-]{1,60})[ \\t]+([^\\s\"'-][^\\s\"']*)");
    private static final Pattern QUOTED_FLAG =
            Pattern.compile("(?:^|[\\s(])--?([A-Za-z][A-Za-z0-9_.-]{1,60})[ \\t]+(?:\"([^\"\\n]+)\"|'([^'\\n]+)')");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?im)(?:^|[\\s;{])(?:proxy_set_header|add_header|more_set_headers|set|setenv|request_header|header_up|set-header|add-header|env)[ \\t]+(\\$?[A-Za-z][A-Za-z0-9_-]*)[ \\t]+(?:\"([^\"\\n]+)\"|'([^'\\n]+)'|([^\\s\"';]+))");
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t]*([A-Za-z_][A-Za-z0-9_.-]{2,60})[ \\t]+(?:\"([^\"\\n]+)\"|'([^'\\n]+)'|([^\\s\"';=:]+));?[ \\t]*\\r?$");
    private static final Pattern NETRC =
            Pattern.compile("(?i)\\b(?:login|user)[ \\t]+\\S+\\s+(?:password|passwd)[ \\t]+(\\S+)");
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(?:password|identified(?:[ \\t]+with[ \\t]+\\w+)?[ \\t]+by)[ \\t]+'([^'\\n]+)'");
    private static final Pattern MYSQL = Pattern.compile("\\b(?:mysql|mariadb)[a-z_-]*\\b[^|;&\\n]*?\\s-p([^\\s\"']+)");
    private static final Pattern USER =
            Pattern.compile("(?:^|\\s)(?:-u|--user)[ \\t=]+[\"']?[^\\s:\"'/<]*:[\"']?([^\\s\"']+)");
    // os.environ.get("NAME", "default")
    private static final Pattern DEFAULT = Pattern.compile(
            "(?i)(?:env[a-z_]*|environ\\.get|getproperty)[ \\t]*\\([ \\t]*[\"']([A-Za-z_][A-Za-z0-9_.-]{2,80})[\"'][ \\t]*,[ \\t]*(?:\"([^\"\\n]+)\"|'([^'\\n]+)')");
    private static final Pattern ELEMENT = Pattern.compile(
            "<([A-Za-z][A-Za-z0-9_.:-]*)(?:\\s[^<>]*)?>\\s*(?:<!\\[CDATA\\[([^\\]]+)]]>|([^<>]+?))\\s*</");
    private static final Pattern ENTRY = Pattern.compile("<entry\\s+key=[\"']([^\"']+)[\"'][^<>]*>([^<>]+)</");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:key|name)\\s*=\\s*\"([^\"]+)\"\\s+value\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern PGPASS =
            Pattern.compile("(?m)^[^:\\s#]+:(?:[0-9]+|\\*):[^:\\s]+:[^:\\s]+:([^\\s:]+)\\r?$");

    // The password for user 'app' is 'x'.
    private static final Pattern TOLD = Pattern.compile(
            "(?i)\\b(?:password|passphrase|passcode|token|secret|api[ _-]?key)\\b[^.\\n]{0,48}?[ \\t](?:is|was|set to)[ \\t]*:?[ \\t]*[\"']([^\"'`\\s]{4,80})[\"']");
    private static final Pattern SENTENCE = Pattern.compile("[a-z]+[.,!?]");

    private static final int SHORTEST = 5;
    private static final int SHORTEST_NUMBER = 4;

    private final CredentialNames names;
    private final String text;
    private final boolean prose;
    private final List<Hit> hits = new ArrayList<>();
    private final Spans spans = new Spans();
    private final Spans placeholders;

    private TextScan(CredentialNames names, String text, boolean prose) {
        this.names = names;
        this.text = text;
        this.prose = prose;
        this.placeholders = Spans.ofPlaceholders(text);
    }

    /** What is found in configuration. */
    public static List<Hit> find(String text, CredentialNames names) {
        return new TextScan(names, text, false).scan();
    }

    /** What is found in a comment, where a value must look like one to count. */
    public static List<Hit> findInProse(String text, CredentialNames names) {
        return new TextScan(names, text, true).scan();
    }

    /** Whether {@code text} has a word without which nothing is found in it. */
    public static boolean hints(String text, CredentialNames names) {
        return text.length() >= SHORTEST && (!HINTS.in(text).isEmpty() || mentions(text, names.callersWords()));
    }

    private static boolean mentions(String text, Set<String> words) {
        return !words.isEmpty() && words.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    private List<Hit> scan() {
        if (!hints(text, names)) {
            return List.of();
        }
        if (text.indexOf('<') >= 0) {
            pairs(NAMED, "credential-element");
            pairs(ENTRY, "credential-element");
            pairs(ELEMENT, "credential-element");
        }
        assignments();
        pairs(DEFAULT, "credential-assignment");
        pairs(QUOTED_FLAG, "credential-argument");
        pairs(FLAG, "credential-argument");
        pairs(DIRECTIVE, "credential-directive");
        only(TOLD, "password");
        if (!prose) {
            pairs(LINE, "credential-directive");
            only(NETRC, "password");
            only(SQL, "password");
            only(MYSQL, "password");
            only(USER, "password");
            only(PGPASS, "password");
        }
        return Hits.sorted(hits);
    }

    private void assignments() {
        Matcher matcher = ASSIGNMENT.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            at = matcher.end();
            Strength strength = names.of(matcher.group(1));
            if (strength == Strength.NONE || matcher.end() >= text.length() || isNoName(matcher)) {
                continue;
            }
            AssignedValue value = AssignedValue.after(text, matcher.start(1), matcher.end());
            boolean trivial = ValueShape.trivial(text.substring(value.from(), value.to()));
            if (!trivial && isProperty(matcher, strength, value)) {
                value = AssignedValue.restOfLine(text, matcher.end());
            }
            if (value.to() > value.from()) {
                at = Math.max(
                        at,
                        add(matcher.group(1), strength, value, matcher.group().indexOf(':') >= 0));
            }
        }
    }

    // An image of a service, a route's path, a variable's type.
    private boolean isNoName(Matcher matcher) {
        char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
        boolean colon = matcher.group().indexOf(':') >= 0;
        return (before == '/' && (colon || !matcher.group(2).isEmpty())) || (before == '$' && colon);
    }

    // In shell a name with a value may stand before a command; there the value ends with its word.
    private boolean isProperty(Matcher matcher, Strength strength, AssignedValue value) {
        String name = matcher.group(1);
        boolean spaced = text.substring(matcher.end(2), matcher.end()).indexOf(' ') >= 0;
        boolean shell = text.startsWith("#!") || (!spaced && name.equals(name.toUpperCase(Locale.ROOT)));
        return !prose
                && strength == Strength.STRONG
                && !value.quoted()
                && text.indexOf('\n') >= 0
                && !shell
                && matcher.group(2).isEmpty()
                && AssignedValue.startsLine(text, matcher.start(1));
    }

    // --name=value: what a program takes as it is, where a chart's value may name a Secret.
    private boolean isFlag(String name, AssignedValue value) {
        int at = text.lastIndexOf(name, value.from());
        return at >= 2 && text.startsWith("--", at - 2);
    }

    private int add(String name, Strength strength, AssignedValue value, boolean colon) {
        String secret = text.substring(value.from(), value.to());
        boolean words = !value.quoted() && Prose.isWord(text, value.from(), value.to());
        words |= !value.quoted() && colon && Prose.isSentence(text, value.from(), value.to());
        words |= !value.quoted()
                && isItself(name, secret + text.substring(value.to(), Math.min(text.length(), value.to() + 1)));
        words |= value.quoted() && Prose.isPrompt(secret);
        if (words || Interpolation.fills(secret) || (!value.quoted() && AssignedValue.looksLikeCode(secret))) {
            return 0;
        }
        Optional<Confidence> confidence = ValueJudge.accepts(strength, secret)
                .or(() -> strength == Strength.FIRM && isFlag(name, value) && ValueJudge.worded(secret)
                        ? Optional.of(Confidence.MEDIUM)
                        : Optional.empty());
        if (confidence.isEmpty() || (prose && !ValueShape.generated(secret) && ValueShape.nameLike(secret))) {
            return 0;
        }
        put(name, value.from(), value.to(), "credential-assignment", confidence.get());
        return value.to();
    }

    // login(user=user, password=password), self.password = password
    private static boolean isItself(String name, String value) {
        int end = value.length();
        while (end > 0 && ")],;".indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = value.substring(0, end).strip();
        boolean member = name.startsWith("self.") || name.startsWith("this.");
        return (end < value.length() && bare.equalsIgnoreCase(name)) || (member && name.endsWith("." + bare));
    }

    private void pairs(Pattern pattern, String rule) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Strength strength = names.of(matcher.group(1));
            int group = 2;
            while (group < matcher.groupCount() && matcher.group(group) == null) {
                group++;
            }
            if (strength == Strength.NONE || matcher.group(group) == null) {
                continue;
            }
            String secret = matcher.group(group);
            Optional<Confidence> confidence = ValueJudge.accepts(strength, secret);
            boolean code = AssignedValue.looksLikeCode(secret) || (prose && !ValueShape.generated(secret));
            boolean number = secret.length() < SHORTEST_NUMBER && secret.chars().allMatch(Character::isDigit);
            boolean filled = number
                    || (rule.equals("credential-directive")
                            && SENTENCE.matcher(secret).matches())
                    || Interpolation.fills(secret)
                    || Prose.isWord(text, matcher.start(group), matcher.end(group));
            if (confidence.isPresent() && !code && !filled) {
                put(matcher.group(1), matcher.start(group), matcher.end(group), rule, confidence.get());
            }
        }
    }

    private void only(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (ValueJudge.possible(matcher.group(1)) && !AssignedValue.looksLikeCode(matcher.group(1))) {
                put(name, matcher.start(1), matcher.end(1), "credential-argument", Confidence.MEDIUM);
            }
        }
    }

    private void put(String name, int from, int to, String rule, Confidence confidence) {
        if (placeholders.overlaps(from, to) || !spans.take(from, to)) {
            return;
        }
        String secret = text.substring(from, to);
        Hit hit = new Hit(
                from,
                to,
                secret,
                Filter.NONE,
                rule,
                "Its name says that it is a credential.",
                confidence,
                List.of(name));
        hits.add(hit);
    }
}
