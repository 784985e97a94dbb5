package io.stackprofile.core.internal.redact.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import io.stackprofile.core.internal.redact.name.CredentialNames;
import io.stackprofile.core.internal.redact.name.Strength;
import io.stackprofile.core.internal.redact.rule.Filter;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.text.AssignedValue;
import io.stackprofile.core.internal.redact.text.Entry;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.text.Interpolation;
import io.stackprofile.core.internal.redact.text.Prose;
import io.stackprofile.core.internal.redact.text.Spans;
import io.stackprofile.core.internal.redact.text.TextScan;
import io.stackprofile.core.internal.redact.text.Written;
import io.stackprofile.core.internal.redact.value.ValueJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides for one value of a document that a reader took apart: by its name, by what stands in it. */
final class EntryJudge {

    private static final Set<String> PART = Set.of("url-password", "bearer-credential", "basic-credential");
    // A program with its arguments.
    private static final Pattern COMMAND = Pattern.compile("(?:/[A-Za-z0-9_.-]+){2,}[ \\t].*");
    // devsecret1
    private static final Pattern SAID = Pattern.compile("[A-Za-z]{2,20}(?i:password|secret[0-9])[0-9]{0,4}");
    // "x"; as a statement ends.
    private static final Pattern STATEMENT = Pattern.compile("\"([^\"]*)\"[;,]|'([^']*)'[;,]");
    // self.password = password
    private static final Pattern OWN_FIELD = Pattern.compile("(?:self|this)\\.(?:[A-Za-z_]+)=[a-z][a-z_]*;?");
    private static final int SHORTEST_NUMBER = 4;
    private static final int SHORTEST_ENCODED = 24;

    private final CredentialNames names;
    private final Knowledge knowledge;
    private final EmbeddedScan inner;
    private final String text;
    private final Spans placeholders;

    /** A judge of the values in {@code text}; {@code inner} looks at what stands in them. */
    EntryJudge(Knowledge knowledge, EmbeddedScan inner, String text) {
        this.knowledge = knowledge;
        this.names = knowledge.names();
        this.inner = inner;
        this.text = text;
        this.placeholders = Spans.ofPlaceholders(text);
    }

    /** The secrets in the entry's value, as spans of the whole text. */
    List<Hit> judge(Entry entry) {
        Written value = entry.value();
        if (value.text().isBlank() || placeholders.overlaps(value.from(), value.to())) {
            return List.of();
        }
        if (entry.role() == Entry.Role.REMARK) {
            return TextScan.findInProse(value.text(), names).stream()
                    .map(hit -> outward(hit, value))
                    .toList();
        }
        Optional<Hit> named = entry.role() == Entry.Role.DOCUMENT ? Optional.empty() : named(entry);
        List<Hit> inside = named.isPresent() || mayHold(entry) ? inside(entry, named.isPresent()) : List.of();
        boolean part = inside.stream().anyMatch(hit -> PART.contains(hit.rule()));
        if (named.isPresent() && (inside.isEmpty() || !(part || inner.parses(value.text())))) {
            return List.of(named.get());
        }
        return inside.stream()
                .map(hit -> outward(hit, value).labelled(label(entry.path(), hit.label())))
                .toList();
    }

    private static List<String> label(List<String> path, List<String> own) {
        List<String> label = new ArrayList<>(path);
        label.addAll(own);
        return label;
    }

    // Formats are looked for in the whole text already; a value of a few words holds nothing else.
    private boolean mayHold(Entry entry) {
        Written value = entry.value();
        String own = value.text();
        boolean escaped = own.length() != value.to() - value.from();
        return entry.role() == Entry.Role.DOCUMENT
                || escaped
                || TextScan.hints(own, knowledge.names())
                || own.contains(" -")
                || (own.length() >= SHORTEST_ENCODED && own.indexOf(' ') < 0);
    }

    private List<Hit> inside(Entry entry, boolean named) {
        String value = entry.value().text();
        List<Hit> inside = new ArrayList<>(inner.find(value, place(entry), Optional.ofNullable(entry.body())));
        if (named) {
            Hits.addFree(inside, FormatScan.find(value, knowledge.formats()));
        }
        return Hits.sorted(inside);
    }

    // A file's name tells its kind; a key's name is judged here already.
    private static Place place(Entry entry) {
        return entry.name().isEmpty() ? Place.root() : Place.root().entry(entry.name(), null);
    }

    private Optional<Hit> named(Entry entry) {
        boolean certain = entry.role() == Entry.Role.PASSWORD;
        Strength strength =
                certain ? Strength.STRONG : names.along(entry.path()).strength();
        String value = unquoted(entry.value().text());
        boolean number = value.chars().allMatch(Character::isDigit) && value.length() < SHORTEST_NUMBER;
        if (strength == Strength.NONE
                || number
                || OWN_FIELD.matcher(entry.name() + "=" + value).matches()
                || Interpolation.fills(value)
                || Prose.isPrompt(value)
                || COMMAND.matcher(value).matches()) {
            return Optional.empty();
        }
        if (!certain && !quoted(entry.value()) && AssignedValue.looksLikeCode(value)) {
            return Optional.empty();
        }
        return ValueJudge.accepts(strength, value)
                .or(() -> worded(strength, entry))
                .map(confidence -> whole(entry, certain, confidence));
    }

    private static String unquoted(String value) {
        Matcher statement = STATEMENT.matcher(value);
        if (!statement.matches()) {
            return value;
        }
        return statement.group(1) == null ? statement.group(2) : statement.group(1);
    }

    // A file of a program has what the program takes: mySecretKey under a firm name, testing123 under "secret".
    private static Optional<Confidence> worded(Strength strength, Entry entry) {
        String value = entry.value().text();
        boolean words = strength == Strength.FIRM && TakenLiterally.is(entry.name(), value);
        boolean weak = strength == Strength.LIKELY
                && entry.name().toLowerCase(Locale.ROOT).endsWith("secret")
                && (ValueJudge.isWordAndNumber(value) || SAID.matcher(value).matches())
                && ValueJudge.possible(value);
        return words || weak ? Optional.of(Confidence.MEDIUM) : Optional.empty();
    }

    private boolean quoted(Written value) {
        return value.from() > 0 && "\"'`".indexOf(text.charAt(value.from() - 1)) >= 0;
    }

    private Hit whole(Entry entry, boolean certain, Confidence confidence) {
        Written value = entry.value();
        return new Hit(
                value.from(),
                value.to(),
                text.substring(value.from(), value.to()),
                Filter.NONE,
                certain ? "credential-position" : "credential-assignment",
                certain ? "It stands where a password is expected." : "Its name says that it is a credential.",
                confidence,
                entry.path());
    }

    // Escapes are undone in what was searched, not in the source, where the secret must be found again as it is
    // written.
    private Hit outward(Hit hit, Written value) {
        int from = value.startOf(hit.from());
        int to = value.endOf(hit.to());
        String source = text.substring(from, to);
        boolean same = source.equals(value.text().substring(hit.from(), hit.to()));
        return same ? hit.moved(from, to) : hit.as(from, to, source, Filter.NONE);
    }
}
