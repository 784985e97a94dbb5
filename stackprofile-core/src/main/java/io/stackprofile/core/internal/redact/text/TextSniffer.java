package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** Tells a document's kind by what stands in it. What fits none is left to the scan of unparsed text. */
final class TextSniffer {

    // More lines tell no more.
    private static final int MOST_LINES = 400;

    private static final Pattern MARKUP =
            Pattern.compile("\\A\\s*<(?:\\?xml|!--|!DOCTYPE|[A-Za-z][A-Za-z0-9_.:-]*[\\s/>])");
    private static final Pattern SHELL_SCRIPT = Pattern.compile("\\A\\s*#!.*\\b(?:ba|da|a|k|z)?sh\\b");
    private static final Pattern CODE_SCRIPT =
            Pattern.compile("\\A\\s*(?:#!.*\\b(?:python|ruby|node|perl|php)|<\\?php|define[ \\t]*\\(['\"])");
    // key "x" { algorithm y; secret "z"; };
    private static final Pattern BRACED =
            Pattern.compile("[a-z][a-z_-]*(?:[ \\t]+\"?[A-Za-z0-9_.-]+\"?)?[ \\t]*\\{[^{}]+;[ \\t]*\\};?");
    private static final Pattern SECTION = Pattern.compile("\\[[^\\[\\]=]{1,100}\\]\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\s*(?:export\\s+)?[A-Z_][A-Z0-9_]*=.*");
    private static final Pattern PROPERTY = Pattern.compile("\\s*[A-Za-z_/][A-Za-z0-9_./:@-]*\\s*[=:]\\s*.*");
    private static final Pattern BLOCK = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_~*/. \"=-]*\\{\\s*(?:#.*)?");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_-]*\\s+[^=]*;\\s*(?:#.*)?");
    private static final Pattern SHELL_LINE = Pattern.compile(
            "\\s*(?:set [-+][a-z]+.*|fi|done|esac|then|else|if \\[.*|if (?:!|test|command) .*|for \\w+ in .*|while .*; *do|exit [0-9]|cd /.*|echo .*|export [A-Za-z_]\\w*(?:=.*)?|\\w+\\(\\)\\s*\\{|sleep [0-9]+|source \\S+|\\. /\\S+|cat .*<<.*)\\s*\\\\?");
    private static final Pattern TYPED = Pattern.compile("[^=]*=\\s*(?:[\"'\\[{].*|true|false|[-+]?[0-9][0-9._:TZ-]*)");
    private static final Pattern CONNECTION =
            Pattern.compile("\\A\\s*[A-Za-z][A-Za-z0-9 _.-]{0,60}=[^;\\n]*;\\s*[A-Za-z][A-Za-z0-9 _.-]{0,60}=.*");
    private static final Pattern SQL = Pattern.compile(
            "(?i)\\A(?:\\s|--[^\\n]*\\n)*(?:create|alter|insert|set password|grant|drop|use|update)\\s+(?:user|role|login|database|table|into|if|or|all|schema|for|extension|[a-z_`]+\\s*(?:;|set|identified))");
    private static final Pattern OPTIONS = Pattern.compile("\\s*-[-A-Za-z][^\\s=]*(?:[= ].*)?", Pattern.DOTALL);

    private static final Pattern JAAS =
            Pattern.compile("\\bLoginModule[ \\t]+(?:required|requisite|sufficient|optional)\\b");
    private static final Pattern QUOTED_PAIRS =
            Pattern.compile("\\A(?:[ \\t]*\"[^\"\\n]+\"[ \\t]+\"[^\"\\n]*\"[ \\t]*\\r?(?:\\n|\\z))+\\s*\\z");
    // Logstash's: input { jdbc { password => "x" } }
    private static final Pattern PIPELINE =
            Pattern.compile("\\A\\s*(?:#[^\\n]*\\n\\s*)*(?:input|filter|output)\\s*\\{(?s:.*?)=>");

    private TextSniffer() {}

    static boolean isMarkup(String text) {
        return MARKUP.matcher(head(text)).find() && !text.startsWith("<?php");
    }

    static boolean isScript(String text) {
        return SHELL_SCRIPT.matcher(head(text)).find()
                || CODE_SCRIPT.matcher(head(text)).find();
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }

    /** The kind; {@code configuration} says that some kind of configuration it is. */
    static Optional<TextKind> kind(String text, boolean configuration) {
        if (CODE_SCRIPT.matcher(head(text)).find()) {
            return Optional.of(TextKind.CODE);
        }
        if (JAAS.matcher(text).find()) {
            return Optional.of(TextKind.JAAS);
        }
        if (QUOTED_PAIRS.matcher(text).matches()) {
            return Optional.of(TextKind.USERLIST);
        }
        if (PIPELINE.matcher(text).find()) {
            return Optional.of(TextKind.BLOCKS);
        }
        if (SHELL_SCRIPT.matcher(head(text)).find()) {
            return Optional.of(TextKind.SHELL);
        }
        if (isMarkup(text)) {
            return Optional.of(TextKind.XML);
        }
        if (text.startsWith("dn: ") && text.indexOf('\n') > 0) {
            return Optional.of(TextKind.LDIF);
        }
        if (SQL.matcher(head(text)).find()) {
            return Optional.of(TextKind.SQL);
        }
        return text.strip().indexOf('\n') < 0 ? line(text) : lines(text, configuration);
    }

    private static Optional<TextKind> line(String text) {
        String bare = text.strip();
        if (BRACED.matcher(bare).matches()) {
            return Optional.of(TextKind.DIRECTIVES);
        }
        if (CONNECTION.matcher(bare).matches()) {
            return Optional.of(TextKind.CONNECTION);
        }
        int end = 0;
        while (end < bare.length() && bare.charAt(end) > ' ') {
            end++;
        }
        String first = bare.substring(bare.lastIndexOf('/', end) + 1, Math.max(end, bare.lastIndexOf('/', end) + 1));
        boolean options = OPTIONS.matcher(bare).matches() && (bare.indexOf(' ') > 0 || bare.startsWith("-D"));
        boolean command = end < bare.length() && (CommandFlags.isProgram(first) || hasCommand(bare, end));
        return options || command ? Optional.of(TextKind.SHELL) : Optional.empty();
    }

    // PGPASSWORD=x psql -h db; cd /tmp && curl ...
    private static boolean hasCommand(String line, int space) {
        String first = line.substring(0, space);
        boolean sets = VARIABLE.matcher(first).matches() && line.indexOf(';') < 0;
        return (sets && line.indexOf('=', space) < 0) || line.contains(" && ") || line.contains(" | ");
    }

    private static Optional<TextKind> lines(String text, boolean configuration) {
        Counts counts = Counts.of(text);
        if (counts.sections > 0 && (counts.first == 's' || counts.sections + counts.properties >= counts.all * 0.7)) {
            return Optional.of(counts.isToml() ? TextKind.TOML : TextKind.INI);
        }
        if (counts.shell >= 2 && counts.shell * 6 >= counts.all) {
            return Optional.of(TextKind.SHELL);
        }
        if (counts.variables * 10 >= counts.all * 8) {
            return Optional.of(TextKind.ENV);
        }
        Optional<TextKind> blocks = counts.blocks > 0 ? blocks(counts) : Optional.empty();
        return blocks.isPresent() ? blocks : plain(counts, configuration);
    }

    private static Optional<TextKind> blocks(Counts counts) {
        if (counts.directives > counts.properties && counts.directives * 2 >= counts.all - counts.blocks * 2) {
            return Optional.of(TextKind.DIRECTIVES);
        }
        return counts.quoted > 0 ? Optional.of(TextKind.BLOCKS) : Optional.empty();
    }

    private static Optional<TextKind> plain(Counts counts, boolean configuration) {
        if (counts.properties * 10 >= counts.all * 8) {
            return Optional.of(TextKind.INI);
        }
        if (counts.shell > 0 && counts.variables > 0) {
            return Optional.of(TextKind.SHELL);
        }
        if (configuration && counts.all > 0) {
            return Optional.of(counts.properties * 2 >= counts.all ? TextKind.INI : TextKind.DIRECTIVES);
        }
        return Optional.empty();
    }

    /** How many lines of a text look like what. */
    private static final class Counts {
        private int all;
        private int sections;
        private int variables;
        private int properties;
        private int quoted;
        private int typed;
        private int blocks;
        private int directives;
        private int shell;
        private char first;

        static Counts of(String text) {
            Counts counts = new Counts();
            int at = 0;
            while (at < text.length() && counts.all < MOST_LINES) {
                int end = Math.min(Lines.endOf(text, at), at + MOST_LINES);
                String line = text.substring(at, end).strip();
                if (!line.isEmpty() && "#;!".indexOf(line.charAt(0)) < 0 && !line.startsWith("//")) {
                    counts.add(line);
                }
                at = Lines.endOf(text, at) + 1;
            }
            return counts;
        }

        boolean isToml() {
            return quoted > 0 && typed * 10 >= properties * 8;
        }

        private void add(String line) {
            boolean section = SECTION.matcher(line).matches();
            if (all == 0) {
                first = section ? 's' : 'o';
            }
            all++;
            sections += section ? 1 : 0;
            Matcher property = PROPERTY.matcher(line);
            boolean assigned = property.matches();
            variables += VARIABLE.matcher(line).matches() ? 1 : 0;
            properties += assigned ? 1 : 0;
            quoted += assigned && line.endsWith("\"") && line.contains("= \"") ? 1 : 0;
            typed += assigned && TYPED.matcher(line).matches() ? 1 : 0;
            blocks += BLOCK.matcher(line).matches() ? 1 : 0;
            directives += DIRECTIVE.matcher(line).matches() ? 1 : 0;
            shell += SHELL_LINE.matcher(line).matches() || CommandFlags.isProgram(firstWord(line)) ? 1 : 0;
        }

        private static String firstWord(String line) {
            int space = line.indexOf(' ');
            return space < 0 ? "" : line.substring(0, space);
        }
    }
}
