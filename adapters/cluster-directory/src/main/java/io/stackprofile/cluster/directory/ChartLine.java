package io.stackprofile.cluster.directory;

import io.stackprofile.stack.Addon;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a values file in a plain folder, {@code # chart: NAME VERSION REPOSITORY_URL}, which says what
 * values alone cannot. It is the add-on's, not part of the values. A repository without {@code ://} is a registry's
 * name.
 *
 * @param name the chart
 * @param version its version
 * @param repositoryUrl where it is
 * @param registryName or the registry that has it
 */
record ChartLine(String name, String version, Optional<String> repositoryUrl, Optional<String> registryName) {

    /** The version of a chart whose values file does not say. */
    static final String UNSPECIFIED = "unspecified";

    private static final Pattern LINE = Pattern.compile(
            "# chart:[ \\t]+(\\S+)[ \\t]+(\\S+)(?:[ \\t]+(\\S+))?(?:[ \\t]+(\\S+))?[ \\t]*(\\r?\\n|\\z)");

    /** The chart of a file without the line. */
    static ChartLine unspecified(String name) {
        return new ChartLine(name, UNSPECIFIED, Optional.empty(), Optional.empty());
    }

    /** What the add-on's line says. */
    static ChartLine of(Addon addon) {
        return new ChartLine(addon.chartName(), addon.chartVersion(), addon.repositoryUrl(), addon.registryName());
    }

    /** The line that a file's text begins with. */
    static Optional<ChartLine> in(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.lookingAt()) {
            return Optional.empty();
        }
        Optional<String> third = Optional.ofNullable(line.group(3));
        Optional<String> fourth = Optional.ofNullable(line.group(4));
        return Optional.of(new ChartLine(
                line.group(1),
                line.group(2),
                third.filter(ChartLine::isUrl).or(() -> fourth.filter(ChartLine::isUrl)),
                third.filter(word -> !isUrl(word)).or(() -> fourth.filter(word -> !isUrl(word)))));
    }

    private static boolean isUrl(String word) {
        return word.contains("://");
    }

    /** The values of a file: what follows the line; absent when the line is all there is, without a line break. */
    static Optional<String> values(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.lookingAt()) {
            return Optional.of(text);
        }
        return line.group(5).isEmpty() ? Optional.empty() : Optional.of(text.substring(line.end()));
    }

    /**
     * The text of a file that says this and has these values.
     *
     * @param before the file's text so far; its line stays as it is written while it says the same
     * @param fallback what a file without the line would say
     */
    String file(Optional<String> before, Optional<String> values, ChartLine fallback) {
        Optional<ChartLine> written = before.flatMap(ChartLine::in);
        boolean needed = written.isPresent() || values.isEmpty() || !equals(fallback) || startsWithLine(values);
        if (!needed) {
            return values.orElse("");
        }
        String line = written.filter(this::equals)
                .flatMap(same -> before)
                .map(text -> text.lines().findFirst().orElse(""))
                .orElseGet(this::text);
        String lineBreak = before.filter(text -> written.isPresent() && isWindows(text))
                .map(text -> "\r\n")
                .orElse("\n");
        return values.map(text -> line + lineBreak + text).orElse(line);
    }

    private static boolean isWindows(String text) {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r';
    }

    // Values that themselves begin with such a line would lose it; one of ours in front keeps it.
    private static boolean startsWithLine(Optional<String> values) {
        return values.flatMap(ChartLine::in).isPresent();
    }

    private String text() {
        return "# chart: " + name + " " + version
                + repositoryUrl.map(url -> " " + url).orElse("")
                + registryName.map(registry -> " " + registry).orElse("");
    }
}
