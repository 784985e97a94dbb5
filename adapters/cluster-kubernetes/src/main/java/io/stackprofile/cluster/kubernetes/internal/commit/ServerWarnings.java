package io.stackprofile.cluster.kubernetes.internal.commit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server warns of. Its own warnings name kinds, versions and fields; those of admission webhooks are in words of their
 * own, which may quote the object, so that only their being there is told.
 */
final class ServerWarnings {

    // 299 - "text", as RFC 7234 writes them.
    private static final Pattern HEADER =
            Pattern.compile("\\s*\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\".*", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("(?:unknown|duplicate) field \"[A-Za-z0-9_.\\[\\]/-]{1,200}\"(?:, already set in list)?");
    private static final Pattern DEPRECATED = Pattern.compile("[A-Za-z0-9./-]{1,120} [A-Za-z0-9]{1,80} is deprecated in"
            + " v[0-9.]+\\+(?:, unavailable in v[0-9.]+\\+)?(?:; use [A-Za-z0-9./-]{1,120} [A-Za-z0-9]{1,80})?");

    private ServerWarnings() {}

    static Optional<String> of(List<String> headers) {
        Set<String> texts = new LinkedHashSet<>();
        boolean other = false;
        for (String header : headers) {
            Matcher matcher = HEADER.matcher(header);
            String text = matcher.matches() ? matcher.group(1).replace("\\\"", "\"") : "";
            if (FIELD.matcher(text).matches() || DEPRECATED.matcher(text).matches()) {
                texts.add(text);
            } else {
                other = true;
            }
        }
        List<String> told = new ArrayList<>(texts);
        if (other) {
            told.add("something that is not repeated here, since it may quote the object");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of("the cluster warns: " + String.join("; ", told));
    }
}
