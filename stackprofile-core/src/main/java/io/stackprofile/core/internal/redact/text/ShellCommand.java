package io.stackprofile.core.internal.redact.text;

import java.util.List;

/**
 * A simple command.
 *
 * @param words its words, redirections left out
 * @param target the file its output is redirected to; empty for none
 * @param piped whether its output goes to the next command
 */
record ShellCommand(List<ShellWord> words, String target, boolean piped) {

    /** What is run: the first word that is neither an assignment nor a command that runs the rest. */
    int program() {
        int at = 0;
        while (at < words.size() && (words.get(at).isAssignment() || runsTheRest(at))) {
            at++;
        }
        return at;
    }

    private boolean runsTheRest(int at) {
        String text = words.get(at).text();
        return List.of(
                                "sudo", "exec", "env", "time", "nohup", "command", "then", "do", "else", "if", "while",
                                "!", "until")
                        .contains(text)
                || (at > 0 && words.get(at - 1).text().equals("sudo") && text.equals("-E"));
    }

    String name() {
        int at = program();
        String path = at < words.size() ? words.get(at).text() : "";
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean has(String word) {
        return words.stream().anyMatch(other -> other.text().equals(word));
    }
}
