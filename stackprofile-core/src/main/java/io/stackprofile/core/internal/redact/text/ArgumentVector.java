package io.stackprofile.core.internal.redact.text;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which elements of an argument vector are passwords, as the program's manual has it: what a shell script would say in
 * one line, a container says in a list, of which {@code command} may hold the beginning and {@code args} the rest.
 */
public final class ArgumentVector {

    /** What an element is called that begins with {@code -p} and goes on with a password. */
    public static final String ATTACHED = "--attached-password";

    /** What an element is called that is a user and, behind a percent sign, a password. */
    public static final String PERCENT_PAIR = "--user%password";

    private static final String PASSWORD = "--password";
    private static final String PAIR = "--user";
    private static final Set<String> WRAPPERS =
            Set.of("sudo", "exec", "env", "tini", "dumb-init", "timeout", "nice", "time", "--");
    private static final Set<String> USER_FLAGS = Set.of("-u", "-U", "--user", "--username", "--login", "-l");
    private static final Set<String> SETTING_PROGRAMS = Set.of("vault", "bao");
    private static final Pattern SETTING = Pattern.compile("[a-z_]+=.*");
    private static final List<String> NPM_KEYS = List.of(":_authToken", ":_auth", ":_password");
    private static final Set<String> PASSWORD_FLAGS = Set.of("-p", "-P", "-w", "-pw");

    private final List<String> words;
    private final int start;
    private final String program;

    private ArgumentVector(List<String> words) {
        this.words = words;
        int at = 0;
        while (at + 1 < words.size() && (WRAPPERS.contains(own(words.get(at))) || isOption(words.get(at), at))) {
            at++;
        }
        this.start = at;
        this.program = words.isEmpty() ? "" : own(words.get(at));
    }

    /** What the flag before each word says that the word is; empty where nothing does. */
    public static List<String> flags(List<String> words) {
        return new ArgumentVector(words).read();
    }

    private List<String> read() {
        String[] flags = new String[words.size()];
        Arrays.fill(flags, "");
        for (int i = start + 1; i < words.size(); i++) {
            positional(i, flags);
            if (flags[i].isEmpty()) {
                flags[i] = flag(words.get(i - 1), words.get(i));
            }
        }
        htpasswd(flags);
        return List.of(flags);
    }

    // htpasswd -nbB bob tea
    private void htpasswd(String[] flags) {
        int last = words.size() - 1;
        boolean batch = words.stream().anyMatch(word -> word.startsWith("-") && word.contains("b"));
        if (program.equals("htpasswd")
                && batch
                && last > start + 2
                && !words.get(last).startsWith("-")) {
            flags[last] = PASSWORD;
        }
    }

    private String flag(String before, String word) {
        if (before.startsWith("//") && NPM_KEYS.stream().anyMatch(before::endsWith)) {
            return PASSWORD;
        }
        if (word.length() > 2 && word.startsWith("-p") && isAttached()) {
            return ATTACHED;
        }
        Optional<CommandFlags.Takes> takes = CommandFlags.of(program, before);
        if (takes.isEmpty()) {
            return PASSWORD_FLAGS.contains(before) && namesUser() && !isPort(word) ? PASSWORD : "";
        }
        return switch (takes.get()) {
            case PASSWORD, EITHER -> PASSWORD;
            case LOGIN -> words.contains("login") ? PASSWORD : "";
            case PAIR -> PAIR;
            case PERCENT_PAIR -> PERCENT_PAIR;
            default -> "";
        };
    }

    private boolean isAttached() {
        Optional<CommandFlags.Takes> takes = CommandFlags.of(program, "-p");
        return takes.filter(found -> found == CommandFlags.Takes.ATTACHED || found == CommandFlags.Takes.EITHER)
                .isPresent();
    }

    // Beside a user's name a -p is no port, and numbers are no passwords.
    private boolean namesUser() {
        for (int i = start; i + 1 < words.size(); i++) {
            if (USER_FLAGS.contains(words.get(i)) && !words.get(i + 1).startsWith("-") && !isPort(words.get(i + 1))) {
                return true;
            }
        }
        return words.stream().anyMatch(word -> word.startsWith("--user=") || word.startsWith("--username="));
    }

    static boolean isPort(String word) {
        return word.chars().allMatch(c -> Character.isDigit(c) || ":.-/".indexOf(c) >= 0)
                || word.endsWith("/tcp")
                || word.endsWith("/udp");
    }

    private void positional(int verb, String[] flags) {
        int position = CommandFlags.position(program, words.get(verb));
        int seen = 0;
        for (int i = verb + 1; position > 0 && i < words.size(); i++) {
            seen += words.get(i).startsWith("-") ? 0 : 1;
            if (seen == position) {
                flags[i] = isSetting(program, words.get(i)) ? "" : PASSWORD;
                return;
            }
        }
    }

    // vault login -method=kubernetes role=shop
    static boolean isSetting(String program, String word) {
        return SETTING_PROGRAMS.contains(program) && SETTING.matcher(word).matches();
    }

    private static boolean isOption(String word, int at) {
        return at > 0
                && (word.startsWith("-")
                        || word.indexOf('=') > 0
                        || word.chars().allMatch(Character::isDigit));
    }

    private static String own(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
