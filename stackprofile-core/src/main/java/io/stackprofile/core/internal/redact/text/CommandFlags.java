package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which flags of which programs take a password, as {@code commands.tsv} says. */
public final class CommandFlags {

    /** What the value of a flag is. */
    enum Takes {
        /** A password, as the next word. */
        PASSWORD,
        /** A password, in the same word. */
        ATTACHED,
        /** A password, in the same word or the next. */
        EITHER,
        /** A password, where the program is told to log in. */
        LOGIN,
        /** A user and, behind a colon, a password. */
        PAIR,
        /** A user and, behind a percent sign, a password. */
        PERCENT_PAIR,
        /** A user and, behind a comma, a password. */
        COMMA_PAIR,
        /** A cookie, of which what was drawn at random is a session. */
        COOKIE,
        /** {@code pass:} and a password. */
        PASS,
        /** A name, an equals sign and a secret. */
        LITERAL,
        /** A header's name and value. */
        HEADER,
        /** A script. */
        SCRIPT,
        /** A text of no known kind. */
        TEXT
    }

    private static final Map<String, Takes> FLAGS = new HashMap<>();
    private static final Map<String, Integer> POSITIONS = new HashMap<>();
    private static final Set<String> PROGRAMS = new HashSet<>();

    static {
        for (String line : Resources.lines(CommandFlags.class, "commands.tsv")) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length >= 3) {
                for (String program : cells[0].split(" ", -1)) {
                    row(program, cells[1], cells[2]);
                }
            }
        }
    }

    private CommandFlags() {}

    private static void row(String program, String flags, String takes) {
        PROGRAMS.add(program);
        for (String flag : flags.split(" ", -1)) {
            if (takes.startsWith("word-")) {
                POSITIONS.put(program + " " + flag, Integer.parseInt(takes.substring(5)));
            } else {
                FLAGS.put(
                        program + " " + flag,
                        Takes.valueOf(takes.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
    }

    /** Whether a text that begins with this word is a command line. */
    static boolean isProgram(String word) {
        return PROGRAMS.contains(word);
    }

    /** Whether a script follows this flag of a shell. */
    public static boolean isScript(String flag) {
        return FLAGS.get("sh " + flag) == Takes.SCRIPT;
    }

    /** What {@code flag} takes, or nothing when the table does not say. */
    static Optional<Takes> of(String program, String flag) {
        return Optional.ofNullable(FLAGS.get(program + " " + flag));
    }

    /** Which word behind {@code verb} is a password, counted from 1; 0 for none. */
    static int position(String program, String verb) {
        return POSITIONS.getOrDefault(program + " " + verb, 0);
    }
}
