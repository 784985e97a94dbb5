package io.stackprofile.core.internal.validate;

import io.stackprofile.core.internal.graph.ObjectKey;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of names that Kubernetes takes, by kind. */
enum ObjectNames {
    /** RFC 1123 label. */
    LABEL("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "Use 1 to 63 lower-case letters, digits and '-' between them."),
    /** RFC 1035 label. */
    SERVICE("[a-z]([-a-z0-9]{0,61}[a-z0-9])?", "Use 1 to 63 lower-case letters, digits and '-', a letter first."),
    /** RFC 1123 subdomain. */
    SUBDOMAIN(
            "(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            "Use lower-case letters, digits, '-' and '.', at most 253."),
    /** A segment of a path. */
    SEGMENT("(?!\\.\\.?$)[^/%]+", "Use no '/' and no '%'.");

    private static final Set<String> SEGMENT_GROUPS = Set.of(
            "rbac.authorization.k8s.io",
            "apiregistration.k8s.io",
            "flowcontrol.apiserver.k8s.io",
            "certificates.k8s.io");

    private final Pattern pattern;
    private final String rule;

    ObjectNames(String pattern, String rule) {
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    static ObjectNames of(ObjectKey key) {
        if (SEGMENT_GROUPS.contains(key.group())) {
            return SEGMENT;
        }
        boolean core = key.group().isEmpty();
        return core && key.kind().equals("Namespace")
                ? LABEL
                : core && key.kind().equals("Service") ? SERVICE : SUBDOMAIN;
    }

    boolean fits(String name) {
        return name.length() <= 1_000 && pattern.matcher(name).matches();
    }

    String rule() {
        return rule;
    }
}
