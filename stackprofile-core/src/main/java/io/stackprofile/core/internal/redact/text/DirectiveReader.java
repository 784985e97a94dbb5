package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads directives: a word and its arguments, up to the end of the line, a semicolon or a brace, as nginx, Apache, HAProxy,
 * Caddy, Redis and many others have them. Each argument is called what the word before it says.
 */
final class DirectiveReader implements TextReader {

    // Which argument is the password, whatever stands before it. Redis and Sentinel, HAProxy, LDAP in Apache, OpenLDAP,
    // Net-SNMP.
    private static final Map<String, Integer> PASSWORDS = Map.of(
            "requirepass", 1,
            "masterauth", 1,
            "sentinel auth-pass", 3,
            "authldapbindpassword", 1,
            "rootpw", 1,
            "insecure-password", 1,
            "sentinel sentinel-pass", 2,
            "rocommunity", 1,
            "rwcommunity", 1,
            "rocommunity6", 1);

    private static final Pattern ACL_HASH = Pattern.compile("#[0-9a-f]{64}");

    // Directives whose second word names the third.
    private static final Set<String> NAMING = Set.of(
            "set",
            "setenv",
            "env",
            "passenv",
            "proxy_set_header",
            "add_header",
            "header",
            "requestheader",
            "header_up",
            "header_down",
            "more_set_headers",
            "request_header",
            "fastcgi_param",
            "uwsgi_param",
            "grpc_set_header",
            "http-request",
            "http-response",
            "auth",
            "user",
            "option",
            "password",
            "login",
            "identity",
            "dbdparams");

    @Override
    public List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Quotes quotes = new Quotes(text);
        List<Written> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && words.isEmpty()) {
                int end = Lines.endOf(text, at);
                entries.add(Entry.remark(text, at, end));
                at = end;
            } else if (c == '\n' || c == ';' || c == '{' || c == '}') {
                directive(text, words, entries);
                words.clear();
                at++;
            } else if (c <= ' ') {
                at++;
            } else {
                at = word(text, at, quotes, words);
            }
        }
        directive(text, words, entries);
        return entries;
    }

    private static int word(String text, int from, Quotes quotes, List<Written> words) {
        String quote = quotes.opening(from, "\"'");
        if (!quote.isEmpty()) {
            int close = quotes.close(quote.substring(0, 1), from + 1, Lines.endOf(text, from), true);
            if (close >= 0) {
                words.add(Written.escaped(text, from + 1, close, Escapes.BACKSLASH));
                return close + 1;
            }
        }
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ' && !ends(text, end)) {
            end++;
        }
        end = Math.max(end, from + 1);
        words.add(Written.plain(text, from, end));
        return end;
    }

    // A sign that ends a directive ends a word only where a blank, or the line's end, follows: passwords hold them too.
    private static boolean ends(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return ";{}".indexOf(text.charAt(at)) >= 0 && (next <= ' ' || next == '}' || next == '#');
    }

    private static void directive(String text, List<Written> words, List<Entry> entries) {
        if (words.size() < 2) {
            words.forEach(word -> entries.add(Entry.value(List.of(), word)));
            return;
        }
        String first = words.get(0).text();
        boolean known = isKnown(words);
        for (int i = 1; i < words.size(); i++) {
            List<String> path =
                    known ? List.of(first) : List.of(first, words.get(i - 1).text());
            Written word = words.get(i);
            boolean rule = first.equalsIgnoreCase("user") && isAclPassword(word.text());
            if (rule) {
                entries.add(
                        Entry.password(List.of(first, "password"), Written.plain(text, word.from() + 1, word.to())));
            } else if (isPassword(words, i)) {
                entries.add(Entry.password(List.of(first, "password"), word));
            } else if (!known && isAssigned(words.get(i - 1).text())) {
                String name = words.get(i - 1).text();
                entries.add(Entry.value(List.of(name.substring(0, name.length() - 1)), word));
            } else if (first.equalsIgnoreCase("stats")
                    && words.get(i - 1).text().equals("auth")) {
                ColonReader.pair(text, word.from(), word.to(), entries);
            } else {
                boolean names = !known
                        && (words.size() == 2 || NAMING.contains(first.toLowerCase(Locale.ROOT)))
                        && !isAclPassword(words.get(i - 1).text());
                entries.add(names ? Entry.value(path, word) : Entry.document(path, word, null));
            }
        }
    }

    // { user: app, password: x }
    private static boolean isAssigned(String word) {
        return word.length() > 1
                && word.endsWith(":")
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-:\"".indexOf(c) >= 0);
    }

    private static boolean isKnown(List<Written> words) {
        String first = words.get(0).text().toLowerCase(Locale.ROOT);
        return PASSWORDS.containsKey(first)
                || PASSWORDS.containsKey(first + " " + words.get(1).text().toLowerCase(Locale.ROOT));
    }

    // Redis: user alice on >password ~* +@all; with # before a hash.
    private static boolean isAclPassword(String word) {
        return word.length() > 1
                && ("<>".indexOf(word.charAt(0)) >= 0 || ACL_HASH.matcher(word).matches());
    }

    private static boolean isPassword(List<Written> words, int at) {
        String first = words.get(0).text().toLowerCase(Locale.ROOT);
        String two = first + " " + words.get(1).text().toLowerCase(Locale.ROOT);
        String before = words.get(at - 1).text().toLowerCase(Locale.ROOT);
        return PASSWORDS.getOrDefault(first, -1) == at
                || PASSWORDS.getOrDefault(two, -1) == at
                || before.equals("insecure-password");
    }
}
