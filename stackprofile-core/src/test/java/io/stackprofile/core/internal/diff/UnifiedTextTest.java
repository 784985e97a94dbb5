package io.stackprofile.core.internal.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnifiedTextTest {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    @Test
    void aChangedLineStandsInThreeLinesOfContext() {
        String before =
                "replicas: 3\nimage:\n  repository: redis\n  tag: \"7.2\"\nauth:\n  enabled: true\ntls: {}\na: b\n";

        assertThat(UnifiedText.diff(
                        "addon/redis (version 1)", "addon/redis (version 2)", before, before.replace("7.2", "7.4")))
                .contains("""
                        --- addon/redis (version 1)
                        +++ addon/redis (version 2)
                        @@ -1,7 +1,7 @@
                         replicas: 3
                         image:
                           repository: redis
                        -  tag: "7.2"
                        +  tag: "7.4"
                         auth:
                           enabled: true
                         tls: {}
                        """);
    }

    @Test
    void aMissingLastLineEndIsMarkedOnItsSide() {
        assertThat(diff("kind: Namespace\n", "kind: Namespace")).contains("""
                        --- old
                        +++ new
                        @@ -1,1 +1,1 @@
                        -kind: Namespace
                        +kind: Namespace
                        \\ No newline at end of file
                        """);
        assertThat(diff("kind: Namespace", "kind: Namespace\nmetadata: {}")).contains("""
                        --- old
                        +++ new
                        @@ -1,1 +1,2 @@
                        -kind: Namespace
                        \\ No newline at end of file
                        +kind: Namespace
                        +metadata: {}
                        \\ No newline at end of file
                        """);
        assertThat(diff("a: 1\nb: 2", "a: 2\nb: 2")).contains("""
                        --- old
                        +++ new
                        @@ -1,2 +1,2 @@
                        -a: 1
                        +a: 2
                         b: 2
                        \\ No newline at end of file
                        """);
    }

    @Test
    void aTextFromNothingAndToNothingCountsFromZero() {
        assertThat(diff("", "a: 1\nb: 2\n")).contains("--- old\n+++ new\n@@ -0,0 +1,2 @@\n+a: 1\n+b: 2\n");
        assertThat(diff("a: 1\n", "")).contains("--- old\n+++ new\n@@ -1,1 +0,0 @@\n-a: 1\n");
    }

    @Test
    void aCarriageReturnBelongsToItsLine() {
        assertThat(diff("a: 1\r\n", "a: 1\n")).contains("--- old\n+++ new\n@@ -1,1 +1,1 @@\n-a: 1\r\n+a: 1\n");
    }

    @Test
    void linesThatLookLikeHeadersAreContent() {
        assertThat(diff("-- x\n@@ y\n", "++ x\n@@ y\n"))
                .contains("--- old\n+++ new\n@@ -1,2 +1,2 @@\n--- x\n+++ x\n @@ y\n");
    }

    @Test
    void theSameTextHasNoDiff() {
        assertThat(diff("a: 1\n", "a: 1\n")).isEqualTo(Optional.empty());
        assertThat(diff("", "")).isEqualTo(Optional.empty());
    }

    @Property(tries = 500)
    void applyingTheDiffGivesTheNewText(@ForAll("texts") String before, @ForAll("texts") String after) {
        assertThat(apply(before, diff(before, after))).isEqualTo(after);
    }

    @Test
    void textsThatAreTooDifferentBecomeOneReplacementThatStillApplies() {
        String before = "head: 1\n" + lines(3_000, "old") + "tail: 1\n";
        String after = "head: 1\n" + lines(3_000, "new") + "tail: 1\n";

        Optional<String> diff = diff(before, after);

        assertThat(diff.orElseThrow().lines().filter(line -> line.startsWith("@@")))
                .containsExactly("@@ -1,3002 +1,3002 @@");
        assertThat(apply(before, diff)).isEqualTo(after);
    }

    @Test
    void aLongTextWithAFewChangesIsAlignedAndOneBeyondTheBoundIsReplaced() {
        String long19 = lines(19_000, "row");
        String long21 = lines(21_000, "row");

        Optional<String> aligned = diff(long19, edited(long19));
        Optional<String> replaced = diff(long21, edited(long21));

        assertThat(aligned.orElseThrow().lines().filter(line -> line.startsWith("@@")))
                .hasSize(2);
        assertThat(replaced.orElseThrow().lines().filter(line -> line.startsWith("@@")))
                .hasSize(1);
        assertThat(apply(long19, aligned)).isEqualTo(edited(long19));
        assertThat(apply(long21, replaced)).isEqualTo(edited(long21));
    }

    private static Optional<String> diff(String before, String after) {
        return UnifiedText.diff("old", "new", before, after);
    }

    private static String lines(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
    }

    private static String edited(String text) {
        int end = text.lastIndexOf("row");
        return "first: 1\n" + text.substring(text.indexOf('\n') + 1, end) + "last: 1\n";
    }

    /** Applies a diff as patch(1) does, and checks the counts of every hunk. */
    private static String apply(String text, Optional<String> diff) {
        if (diff.isEmpty()) {
            return text;
        }
        List<String> source = split(text);
        List<String> patch = split(diff.get());
        List<String> result = new ArrayList<>();
        int at = 0;
        int i = 2;
        while (i < patch.size()) {
            Matcher hunk = HUNK.matcher(patch.get(i++).strip());
            assertThat(hunk.matches()).isTrue();
            int start = Integer.parseInt(hunk.group(1));
            int oldCount = Integer.parseInt(hunk.group(2));
            int newCount = Integer.parseInt(hunk.group(4));
            int begin = oldCount == 0 ? start : start - 1;
            result.addAll(source.subList(at, begin));
            at = begin;
            while (oldCount > 0 || newCount > 0) {
                String line = patch.get(i++);
                boolean bare = i < patch.size() && patch.get(i).startsWith("\\ No newline");
                String content = bare ? line.substring(1, line.length() - 1) : line.substring(1);
                i += bare ? 1 : 0;
                if (line.charAt(0) != '+') {
                    assertThat(source.get(at++)).isEqualTo(content);
                    oldCount--;
                }
                if (line.charAt(0) != '-') {
                    result.add(content);
                    newCount--;
                }
            }
        }
        result.addAll(source.subList(at, source.size()));
        return String.join("", result);
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = Pattern.compile("[^\n]*\n|[^\n]+").matcher(text);
        while (line.find()) {
            lines.add(line.group());
        }
        return lines;
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> line = Arbitraries.of("a", "b", "c", "-", "+x", "@@ -1 +1 @@", "\\ No", "", "\r", " ");
        return Arbitraries.oneOf(
                line.list().ofMaxSize(40).map(lines -> String.join("\n", lines)),
                line.list().ofMaxSize(12).map(lines -> String.join("\n", lines) + "\n"));
    }
}
