package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells a document's kind by the name of its file, as {@code kinds.tsv} says, and else by what stands in it. */
public final class TextKinds {

    private static final Map<String, TextKind> NAMES = new HashMap<>();
    private static final Map<String, TextKind> ENDINGS = new HashMap<>();

    static {
        for (String line : Resources.lines(TextKinds.class, "kinds.tsv")) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && cells.length >= 2) {
                TextKind kind =
                        TextKind.valueOf(cells[0].toUpperCase(Locale.ROOT).replace('-', '_'));
                for (String name : cells[1].split(" ", -1)) {
                    (name.startsWith("*.") ? ENDINGS : NAMES).put(name.replace("*.", ""), kind);
                }
            }
        }
    }

    private TextKinds() {}

    /** What the name of a file, or of the key that holds it, says of its kind. */
    public static Optional<TextKind> named(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        TextKind known = NAMES.get(file);
        for (int dot = file.indexOf('.'); known == null && dot >= 0; dot = file.indexOf('.', dot + 1)) {
            known = ENDINGS.get(file.substring(dot + 1));
        }
        if (known == null && (file.startsWith(".env.") || file.startsWith("env."))) {
            return Optional.of(TextKind.ENV);
        }
        return Optional.ofNullable(known);
    }

    /** The kind of {@code text} under {@code name}: a name may be wrong, and a text then shows it. */
    public static Optional<TextKind> of(String name, String text) {
        Optional<TextKind> named = named(name).filter(kind -> fits(kind, text));
        return named.isPresent() ? named : TextSniffer.kind(text, conf(name));
    }

    /** Whether the name says only that lines configure something. */
    private static boolean conf(String name) {
        String file = name.toLowerCase(Locale.ROOT);
        return file.endsWith(".conf") || file.endsWith(".cfg") || file.endsWith(".cnf") || file.endsWith(".config");
    }

    private static boolean fits(TextKind kind, String text) {
        boolean markup = TextSniffer.isMarkup(text);
        return switch (kind) {
            case XML -> markup;
            case USERLIST -> text.indexOf('"') >= 0;
            case CODE, OTHER_CODE, YAML, SHELL -> true;
            default -> !markup && !TextSniffer.isScript(text);
        };
    }
}
