package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.redact.name.Resources;
import java.util.List;

/** A list of names, some with a {@code *} for any text. */
record NameList(List<String> names) {

    /** Field managers that write for a cluster, not for people. */
    static final NameList CONTROLLERS = read("managers.txt");

    /** Finalizers that controllers put. */
    static final NameList FINALIZERS = read("finalizers.txt");

    boolean has(String text) {
        return names.stream().anyMatch(name -> matches(name, text));
    }

    private static boolean matches(String name, String text) {
        int star = name.indexOf('*');
        return star < 0
                ? name.equals(text)
                : text.length() >= name.length() - 1
                        && text.startsWith(name.substring(0, star))
                        && text.endsWith(name.substring(star + 1));
    }

    private static NameList read(String name) {
        return new NameList(Resources.lines(NameList.class, name).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }
}
