package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes a shell script apart into commands, remarks and the documents that stand in it. Command substitutions and default
 * values are left for {@link ShellReader} to read on their own. For one text; not thread-safe.
 */
final class ShellWords {

    /** A piece of the script that is read again: what a substitution runs, or a variable's default. */
    record Inner(String name, int from, int to) {}

    // Heredocs whose end was not found; each costs a look at the rest of the text, so not many are tried.
    private static final int MOST_OPEN = 50;

    private final String text;
    private final int to;
    private final Quotes quotes;
    private final List<Entry> entries;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<Inner> inner = new ArrayList<>();
    private final List<Heredoc> waiting = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private List<ShellWord> words = new ArrayList<>();
    private String target = "";
    private int at;
    private boolean unclosed;

    private record Heredoc(String end, boolean indented, int command) {}

    ShellWords(String text, int from, int to, Quotes quotes, List<Entry> entries) {
        this.text = text;
        this.at = from;
        this.to = to;
        this.quotes = quotes;
        this.entries = entries;
    }

    List<ShellCommand> commands() {
        while (at < to) {
            step(text.charAt(at));
        }
        end(false);
        return commands;
    }

    List<Inner> inner() {
        return inner;
    }

    private void step(char c) {
        if (c == '\n') {
            at++;
            end(false);
            documents();
        } else if (c == '\\' && at + 1 < to && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r')) {
            at += text.charAt(at + 1) == '\r' ? 3 : 2;
        } else if (c <= ' ') {
            at++;
        } else if (c == '#') {
            int line = Math.min(to, Lines.endOf(text, at));
            entries.add(Entry.remark(text, at, line));
            at = line;
        } else if (c == '|' || c == ';' || c == '&' || c == '(' || c == ')') {
            boolean pipe = c == '|' && at + 1 < to && text.charAt(at + 1) != '|';
            at += c != ';' && at + 1 < to && text.charAt(at + 1) == c ? 2 : 1;
            end(pipe);
        } else if (c == '<' || c == '>') {
            redirection(c);
        } else {
            words.add(word());
        }
    }

    private void end(boolean piped) {
        if (!words.isEmpty()) {
            commands.add(new ShellCommand(words, target, piped));
            words = new ArrayList<>();
        }
        target = "";
    }

    private void redirection(char c) {
        boolean heredoc = text.startsWith("<<", at) && !text.startsWith("<<<", at);
        while (at < to && (text.charAt(at) == c || text.charAt(at) == '&')) {
            at++;
        }
        boolean indented = heredoc && at < to && text.charAt(at) == '-';
        at = Lines.skip(text, indented ? at + 1 : at, to);
        if (at >= to || text.charAt(at) <= ' ' || text.charAt(at) == '(') {
            return;
        }
        ShellWord word = word();
        if (heredoc) {
            waiting.add(new Heredoc(word.text(), indented, commands.size()));
        } else if (c == '>') {
            target = word.text();
        } else {
            words.add(word);
        }
    }

    // The bodies of the heredocs that the line before opened.
    private void documents() {
        for (Heredoc heredoc : waiting) {
            boolean hopeless = open.contains(heredoc.end()) || open.size() > MOST_OPEN;
            int close = hopeless ? to : at;
            while (close < to && !isEnd(heredoc, close)) {
                close = Lines.endOf(text, close) + 1;
            }
            if (close >= to) {
                open.add(heredoc.end());
                continue;
            }
            ShellCommand command = heredoc.command() < commands.size() ? commands.get(heredoc.command()) : null;
            entries.add(ShellInput.document(text, at, close, command, next(heredoc)));
            at = Math.min(to, Lines.endOf(text, close) + 1);
        }
        waiting.removeIf(heredoc -> true);
    }

    private String next(Heredoc heredoc) {
        int next = heredoc.command() + 1;
        return next < commands.size() ? commands.get(next).name() : "";
    }

    private boolean isEnd(Heredoc heredoc, int line) {
        int from = Lines.skip(text, line, to);
        int end = from + heredoc.end().length();
        return (from == line || heredoc.indented() || text.charAt(line) <= ' ')
                && text.startsWith(heredoc.end(), from)
                && (end >= to || text.charAt(end) <= ' ');
    }

    private ShellWord word() {
        int from = at;
        boolean filled = false;
        while (at < to && text.charAt(at) > ' ' && "|;&()<>".indexOf(text.charAt(at)) < 0) {
            filled |= piece();
        }
        at = at == from ? at + 1 : at;
        return ShellWord.of(text, from, at, filled);
    }

    // Whether the piece is filled in when the script runs.
    private boolean piece() {
        char c = text.charAt(at);
        if (c == '\\') {
            at = Math.min(to, at + 2);
        } else if (c == '\'') {
            int close = quotes.close("'", at + 1, to, false);
            at = close < 0 ? at + 1 : close + 1;
        } else if (c == '"') {
            return doubleQuoted();
        } else if (c == '$' || c == '`') {
            return substitution(c);
        } else {
            at++;
        }
        return false;
    }

    private boolean doubleQuoted() {
        int close = quotes.close("\"", at + 1, to, true);
        if (close < 0) {
            at++;
            return false;
        }
        boolean filled = false;
        at++;
        while (at < to && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '$' || c == '`') {
                filled |= substitution(c);
            } else {
                at += c == '\\' ? 2 : 1;
            }
        }
        at = Math.min(to, at + 1);
        return filled;
    }

    private boolean substitution(char c) {
        int from = at;
        char next = at + 1 < to ? text.charAt(at + 1) : ' ';
        int close = -1;
        if (c == '`') {
            close = quotes.close("`", at + 1, to, true);
        } else if ((next == '(' || next == '{') && !unclosed) {
            close = closing(next, next == '(' ? ')' : '}');
            unclosed = close < 0;
        }
        if (close < 0) {
            at++;
            return Character.isLetterOrDigit(next) || "_@*#?({`".indexOf(next) >= 0;
        }
        keep(from, next, close);
        at = close + 1;
        return true;
    }

    private void keep(int from, char next, int close) {
        if (next != '{') {
            inner.add(new Inner("", text.charAt(from) == '`' ? from + 1 : from + 2, close));
            return;
        }
        int name = from + 2;
        while (name < close && (Character.isLetterOrDigit(text.charAt(name)) || text.charAt(name) == '_')) {
            name++;
        }
        int sign = name < close && text.charAt(name) == ':' ? name + 1 : name;
        if (sign < close && (text.charAt(sign) == '-' || text.charAt(sign) == '=')) {
            inner.add(new Inner(text.substring(from + 2, name), sign + 1, close));
        }
    }

    private int closing(char opens, char closes) {
        int depth = 0;
        for (int i = at + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == opens) {
                depth++;
            } else if (c == closes && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
