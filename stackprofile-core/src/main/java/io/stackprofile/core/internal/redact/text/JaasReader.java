package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads Java's login configurations: a module's options, of which {@code user_NAME} sets the password of a user. */
final class JaasReader implements TextReader {

    private static final Pattern OPTION =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=[ \\t]*\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            Written value = Written.escaped(text, option.start(2), option.end(2), Escapes.BACKSLASH);
            entries.add(
                    option.group(1).startsWith("user_")
                            ? Entry.password(List.of(option.group(1)), value)
                            : Entry.value(List.of(option.group(1)), value));
        }
        return entries;
    }
}
