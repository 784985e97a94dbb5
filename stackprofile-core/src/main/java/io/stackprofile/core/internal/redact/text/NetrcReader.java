package io.stackprofile.core.internal.redact.text;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code .netrc}: words, of which the one behind {@code password} is the password. */
final class NetrcReader implements TextReader {

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        String before = "";
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (at < text.length() && text.charAt(at) > ' ') {
                at++;
            }
            if (at > from) {
                Written word = Quotes.inside(text, from, at, Escapes.BACKSLASH);
                if (before.equals("password") || before.equals("passwd")) {
                    entries.add(Entry.password(List.of("password"), word));
                }
                before = word.text();
            }
            at++;
        }
        return entries;
    }
}
