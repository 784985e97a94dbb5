package io.stackprofile.core.internal.template;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.source.MemberText;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Finding;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.ScalarStyle;
import io.stackprofile.yaml.Span;
import io.stackprofile.yaml.YamlDocument;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlScalar;
import io.stackprofile.yaml.YamlWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the placeholders of a text together with the scalars they stand in. For one use. */
final class TemplateCompiler {

    private final MemberRef ref;
    private final Optional<String> file;
    private final String text;
    private final Map<String, Parameter> parameters;
    private final Limits limits;
    private final LineCounter lines;
    private final List<Flawed> flaws = new ArrayList<>();
    private final List<ScalarTemplate> scalars = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private List<Token> tokens = List.of();
    private int next;

    /** A flaw and its place. */
    private record Flawed(TemplateFlaw flaw, Location location) {}

    TemplateCompiler(
            MemberRef ref, Optional<String> file, String text, Map<String, Parameter> parameters, Limits limits) {
        this.ref = ref;
        this.file = file;
        this.text = text;
        this.parameters = parameters;
        this.limits = limits;
        this.lines = new LineCounter(text);
    }

    Template compile() {
        tokens = TokenScan.all(text).stream().filter(Token::isLive).toList();
        if (!tokens.isEmpty()) {
            YamlFile yaml = parse();
            CommentCursor comments = new CommentCursor(yaml.comments());
            tokens = tokens.stream()
                    .filter(token -> !comments.holds(token.start()))
                    .toList();
            for (YamlDocument document : yaml.documents()) {
                YamlWalk.keysAndScalars(document, (path, scalar) -> visit(document.index(), path, scalar));
            }
            strayUpTo(text.length());
        }
        return new Template(ref, file, text, parameters, limits, scalars, slots);
    }

    /** Throws for the first flaw. */
    void refuse() {
        if (!flaws.isEmpty()) {
            throw flaws.get(0).flaw().at(flaws.get(0).location());
        }
    }

    List<Finding> findings() {
        return flaws.stream()
                .map(flawed -> flawed.flaw().finding(flawed.location()))
                .toList();
    }

    private YamlFile parse() {
        try {
            return MemberText.parse(ref, file, text, limits);
        } catch (InvalidContentException refused) {
            int line = refused.location().line().orElse(0);
            boolean inFlow = refused.code() == ErrorCode.MALFORMED
                    && tokens.stream().anyMatch(token -> lines.line(token.start()) == line && followsBracket(token));
            if (!inFlow) {
                throw refused;
            }
            throw new InvalidContentException(
                    refused.code(),
                    refused.problem(),
                    "Quote the placeholder on this line: within [] or {} it is written"
                            + " \"${{ parameters.NAME | typed }}\".",
                    refused.location());
        }
    }

    private boolean followsBracket(Token token) {
        String before = text.substring(token.start() - lines.column(token.start()) + 1, token.start());
        return before.indexOf('[') >= 0 || before.indexOf('{') >= 0;
    }

    private void visit(int document, String path, YamlScalar scalar) {
        Span span = scalar.span();
        strayUpTo(span.start());
        List<Slot> own = new ArrayList<>();
        boolean sound = true;
        while (next < tokens.size() && tokens.get(next).start() < span.end()) {
            Token token = tokens.get(next++);
            TemplateFlaw flaw = flaw(token, scalar);
            if (flaw == null) {
                own.add(slot(token, document, path, scalar));
            } else {
                sound = false;
                flaws.add(new Flawed(flaw, location(document, path, token)));
            }
        }
        if (sound && !own.isEmpty()) {
            slots.addAll(own);
            scalars.add(new ScalarTemplate(text, scalar, own, wholeDefault(own.get(0))));
        }
    }

    /** Placeholders before {@code offset} that no scalar had. */
    private void strayUpTo(int offset) {
        while (next < tokens.size() && tokens.get(next).start() < offset) {
            Token token = tokens.get(next++);
            flaws.add(new Flawed(TemplateFlaw.stray(), location(0, "", token)));
        }
    }

    private @Nullable TemplateFlaw flaw(Token token, YamlScalar scalar) {
        if (token.flaw() != null) {
            return TemplateFlaw.of(token, token.flaw());
        }
        Parameter parameter = parameters.get(token.name());
        if (parameter == null) {
            return TemplateFlaw.unknownParameter(token.name(), parameters.keySet());
        }
        if (token.filter() != null && Filter.find(token.filter()).isEmpty()) {
            return TemplateFlaw.unknownFilter(token, token.filter());
        }
        if (parameter.type() == ParameterType.SECRET && scalar.context().key()) {
            return TemplateFlaw.secretKey(token);
        }
        if (!isTyped(token)) {
            return null;
        }
        return context(token, scalar).keepsType() ? null : TemplateFlaw.typedInText(token);
    }

    private static boolean isTyped(Token token) {
        return Filter.TYPED.label().equals(token.filter());
    }

    private static SlotContext context(Token token, YamlScalar scalar) {
        if (scalar.context().key()) {
            return SlotContext.KEY;
        }
        if (scalar.style().isBlock()) {
            return SlotContext.BLOCK;
        }
        int quotes = scalar.style() == ScalarStyle.PLAIN ? 0 : 1;
        Span span = scalar.span();
        boolean whole = token.start() == span.start() + quotes && token.end() == span.end() - quotes;
        if (!whole) {
            return SlotContext.EMBEDDED;
        }
        if (quotes == 0) {
            return SlotContext.PLAIN;
        }
        return isTyped(token) ? SlotContext.TYPED : SlotContext.QUOTED;
    }

    private Slot slot(Token token, int document, String path, YamlScalar scalar) {
        return new Slot(
                token.name(),
                Optional.ofNullable(token.filter()),
                context(token, scalar),
                document,
                path,
                token.start(),
                token.end(),
                lines.line(token.start()),
                lines.column(token.start()));
    }

    private @Nullable ParameterValue wholeDefault(Slot slot) {
        Parameter parameter = parameters.get(slot.parameter());
        return parameter == null ? null : parameter.defaultValue().orElse(null);
    }

    private Location location(int document, String path, Token token) {
        return Location.builder()
                .file(file)
                .member(ref)
                .document(document)
                .path(path)
                .line(lines.line(token.start()))
                .column(lines.column(token.start()))
                .build();
    }
}
