package io.stackprofile.core.internal.redact.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the document of a heredoc is: what reads it says so, or the file it is written to. */
final class ShellInput {

    private ShellInput() {}

    static Entry document(String text, int from, int to, @Nullable ShellCommand command, String next) {
        Written body = Written.plain(text, from, to);
        String program = command == null ? "" : command.name();
        String file = command == null ? "" : file(command);
        TextKind kind = reads(program);
        if (kind == null && !next.isEmpty()) {
            kind = reads(next);
        }
        return Entry.document(file.isEmpty() ? List.of() : List.of(file), body, kind);
    }

    private static @Nullable TextKind reads(String program) {
        return switch (program) {
            case "psql", "mysql", "mariadb", "sqlplus", "sqlcmd", "clickhouse-client", "cqlsh" -> TextKind.SQL;
            case "sh", "bash", "ash", "dash", "zsh", "ssh", "su" -> TextKind.SHELL;
            case "chpasswd" -> TextKind.USER_PASSWORD;
            case "ldapadd", "ldapmodify" -> TextKind.LDIF;
            case "python", "python3", "ruby", "php", "node", "mongo", "mongosh" -> TextKind.CODE;
            default -> null;
        };
    }

    private static String file(ShellCommand command) {
        String file = command.target();
        if (file.isEmpty() && command.name().equals("tee") && !command.words().isEmpty()) {
            file = command.words().get(command.words().size() - 1).text();
        }
        return file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
