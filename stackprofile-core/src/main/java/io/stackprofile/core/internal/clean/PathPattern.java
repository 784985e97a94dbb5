package io.stackprofile.core.internal.clean;

import io.stackprofile.yaml.YamlPointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of a table: each step alternatives, {@code *} for any, or {@code @DOMAIN} for any key of a domain. */
record PathPattern(List<List<String>> steps) {

    static PathPattern parse(String path) {
        List<List<String>> steps = new ArrayList<>();
        for (String step : path.substring(1).split("/", -1)) {
            steps.add(Arrays.stream(step.split("\\|", -1))
                    .map(YamlPointer::unescape)
                    .toList());
        }
        return new PathPattern(steps);
    }

    boolean matches(Place place) {
        @Nullable Place at = place;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (at == null || at.up() == null || !matches(steps.get(i), at.step())) {
                return false;
            }
            at = at.up();
        }
        return at != null && at.up() == null;
    }

    /** The keys it can end with; empty when any. */
    List<String> lastKeys() {
        List<String> last = steps.get(steps.size() - 1);
        return last.stream().anyMatch(key -> key.equals("*") || key.startsWith("@")) ? List.of() : last;
    }

    private static boolean matches(List<String> alternatives, String step) {
        for (String alternative : alternatives) {
            if (alternative.equals(step) || alternative.equals("*")) {
                return true;
            }
            if (alternative.startsWith("@") && isOfDomain(step, alternative.substring(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfDomain(String key, String domain) {
        int slash = key.indexOf('/');
        String prefix = slash < 0 ? "" : key.substring(0, slash);
        return prefix.equals(domain) || prefix.endsWith("." + domain);
    }
}
