package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.value.ValueShape;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one command: its assignments, its flags and their values. */
final class ShellArguments {

    private final String text;
    private final ShellCommand command;
    private final List<Entry> entries;
    private final List<ShellWord> words;
    private final String program;

    ShellArguments(String text, ShellCommand command, List<Entry> entries) {
        this.text = text;
        this.command = command;
        this.entries = entries;
        this.words = command.words();
        this.program = command.name();
    }

    /** Reads it; {@code next} is the command its output goes to, if one. */
    void read(@Nullable ShellCommand next) {
        if (next != null && (program.equals("echo") || program.equals("printf"))) {
            piped(next);
        }
        htpasswd();
        for (int i = 0; i < words.size(); i++) {
            ShellWord word = words.get(i);
            int position = CommandFlags.position(program, word.text());
            if (position > 0) {
                positional(i, position);
            }
            if (!word.name().isEmpty()) {
                assigned(word);
            } else if (word.isFlag()) {
                i += flag(word, i + 1 < words.size() ? words.get(i + 1) : null);
            } else if (i > command.program() || word.value().from() > word.from()) {
                plain(i, word);
            }
        }
    }

    private void assigned(ShellWord word) {
        String name = word.name();
        int flag = name.startsWith("-D") && name.length() > 2 ? 2 : 0;
        CommandFlags.Takes takes =
                word.isFlag() ? CommandFlags.of(program, name).orElse(null) : null;
        if (takes != null) {
            take(takes, name, word.assigned(), word.filled());
        } else if (name.toLowerCase(Locale.ROOT).endsWith("extraheader")) {
            header(word.assigned(), word.filled());
        } else {
            value(name.substring(flag), word.assigned(), word.filled());
        }
    }

    // How many words the flag's value takes.
    private int flag(ShellWord word, @Nullable ShellWord next) {
        String flag = word.text();
        if (isAttached(flag)) {
            password(attached(word), word.filled());
            return 0;
        }
        if (next == null || (next.isFlag() && !next.text().contains(" "))) {
            return 0;
        }
        CommandFlags.Takes takes = CommandFlags.of(program, flag).orElse(null);
        if (takes == null && (flag.equals("-p") || flag.equals("-P")) && besideUser() && !isHarmless(next.text())) {
            password(next.value(), next.filled());
            return 1;
        }
        if (takes == null && !flag.startsWith("--") && flag.length() == 2) {
            return 0;
        }
        if (takes == null || takes == CommandFlags.Takes.ATTACHED) {
            return takes == null && next.name().isEmpty() ? named(flag, next) : 0;
        }
        take(takes, flag, next.value(), next.filled());
        return 1;
    }

    // rabbitmqadmin -u admin -p x
    private boolean besideUser() {
        for (int i = command.program() + 1; i + 1 < words.size(); i++) {
            boolean user = List.of("-u", "-U", "--user", "--username")
                    .contains(words.get(i).text());
            if (user
                    && !words.get(i + 1).isFlag()
                    && !ArgumentVector.isPort(words.get(i + 1).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmless(String value) {
        return ArgumentVector.isPort(value) || value.startsWith("{") || value.startsWith("/");
    }

    private boolean isAttached(String flag) {
        CommandFlags.Takes takes = flag.length() > 2 && !flag.startsWith("--")
                ? CommandFlags.of(program, flag.substring(0, 2)).orElse(null)
                : null;
        return takes == CommandFlags.Takes.ATTACHED || takes == CommandFlags.Takes.EITHER;
    }

    private int named(String flag, ShellWord next) {
        value(flag, next.value(), next.filled());
        return 1;
    }

    // -pSecret and -p'Secret'
    private Written attached(ShellWord word) {
        return Quotes.inside(text, word.value().from() + 2, word.value().to(), Escapes.BACKSLASH);
    }

    private void take(CommandFlags.Takes takes, String flag, Written value, boolean filled) {
        switch (takes) {
            case PASSWORD, EITHER -> password(value, filled);
            case LOGIN -> {
                if (command.has("login")) {
                    password(value, filled);
                }
            }
            case PAIR -> behind(':', value, filled);
            case PERCENT_PAIR -> behind('%', value, filled);
            case COMMA_PAIR -> behind(',', value, filled);
            case COOKIE -> cookie(value, filled);
            case PASS -> {
                if (value.text().startsWith("pass:")) {
                    behind(':', value, filled);
                }
            }
            case LITERAL -> literal(value, filled);
            case HEADER -> header(value, filled);
            case SCRIPT -> entries.add(Entry.document(List.of(flag), value, TextKind.SHELL));
            default -> entries.add(Entry.document(List.of(), value, null));
        }
    }

    private void literal(Written value, boolean filled) {
        int equals = value.text().indexOf('=');
        if (equals > 0 && !filled) {
            String name = value.text().substring(0, equals);
            Written secret = Quotes.inside(text, value.startOf(equals + 1), value.to(), Escapes.BACKSLASH);
            entries.add(
                    LITERAL_NAMES.contains(name.toLowerCase(Locale.ROOT))
                            ? Entry.value(List.of(name), secret)
                            : Entry.password(List.of(name), secret));
        }
    }

    private static final List<String> LITERAL_NAMES =
            List.of("username", "user", "host", "url", "email", "name", "region");

    private void cookie(Written value, boolean filled) {
        int equals = value.text().indexOf('=');
        boolean session =
                equals > 0 && !filled && ValueShape.generated(value.text().substring(equals + 1));
        if (session && value.text().indexOf(';') < 0) {
            password(Written.plain(text, value.startOf(equals + 1), value.to()), false);
        } else {
            entries.add(Entry.document(List.of(), value, null));
        }
    }

    private void header(Written value, boolean filled) {
        int colon = value.text().indexOf(':');
        if (colon <= 0) {
            return;
        }
        int at = colon + 1;
        while (at < value.text().length() && value.text().charAt(at) == ' ') {
            at++;
        }
        int scheme = value.text().indexOf(' ', at);
        int from = scheme > 0 ? scheme + 1 : at;
        value(value.text().substring(0, colon), Written.plain(text, value.startOf(from), value.to()), filled);
    }

    private void behind(char sign, Written value, boolean filled) {
        int at = value.text().indexOf(sign);
        if (at > 0 && at + 1 < value.text().length()) {
            password(Written.plain(text, value.startOf(at + 1), value.to()), filled);
        }
    }

    private void positional(int verb, int position) {
        int seen = 0;
        for (int i = verb + 1; i < words.size(); i++) {
            seen += words.get(i).isFlag() ? 0 : 1;
            if (seen == position
                    && ArgumentVector.isSetting(program, words.get(i).text())) {
                return;
            }
            if (seen == position && !words.get(i).isFlag()) {
                password(words.get(i).value(), words.get(i).filled());
                return;
            }
        }
    }

    // htpasswd -b file user password, or -nb user password: the last word.
    private void htpasswd() {
        ShellWord last = words.get(words.size() - 1);
        boolean batch =
                words.stream().anyMatch(word -> word.isFlag() && word.text().contains("b"));
        if (program.equals("htpasswd") && batch && words.size() > 3 && !last.isFlag()) {
            password(last.value(), last.filled());
        }
    }

    private void piped(ShellCommand next) {
        ShellWord last = words.get(words.size() - 1);
        ShellWord end = next.words().get(next.words().size() - 1);
        if (next.name().equals("chpasswd")) {
            behind(':', last.value(), last.filled());
        } else if (next.has("--password-stdin")
                || next.has("--stdin")
                || next.has("--with-token")
                || end.text().equals("--password")
                || next.name().equals("kinit")
                || next.name().equals("cryptsetup")
                || (next.has("sudo") && next.has("-S"))) {
            password(last.value(), last.filled());
        }
    }

    // setenv TOKEN x; npm config set //registry.example/:_authToken x
    private void plain(int at, ShellWord word) {
        boolean second = at == command.program() + 2;
        boolean set = program.equals("setenv") || program.equals("set");
        String before = at > 0 ? words.get(at - 1).text() : "";
        List<String> path = (set && second) || before.startsWith("//")
                ? List.of(before.substring(before.lastIndexOf('/') + 1))
                : List.of();
        entries.add(new Entry(path, word.value(), word.filled() ? Entry.Role.DOCUMENT : Entry.Role.VALUE, null));
    }

    private void password(Written value, boolean filled) {
        if (!filled) {
            entries.add(Entry.password(List.of("password"), value));
        } else {
            entries.add(Entry.document(List.of(), value, null));
        }
    }

    private void value(String name, Written value, boolean filled) {
        entries.add(filled ? Entry.document(List.of(), value, null) : Entry.value(List.of(name), value));
    }
}
