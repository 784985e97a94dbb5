package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Strings that YAML readers stumble over, and trees of them. */
final class Texts {
    private static final String[] TRICKY = {
        "",
        " ",
        "  ",
        "y",
        "Y",
        "n",
        "yes",
        "No",
        "on",
        "OFF",
        "true",
        "False",
        "null",
        "Null",
        "~",
        "=",
        "<<",
        "0",
        "-0",
        "0o7",
        "0x1F",
        "0b1",
        "017",
        "007",
        "08",
        "1_000",
        "1e3",
        "1.",
        ".5",
        "+1",
        "-1",
        ".inf",
        "-.INF",
        ".nan",
        "NaN",
        "1:30",
        "12:30:45",
        "2001-01-01",
        "2001-12-14T21:59:43.10-05:00",
        "1.2.3",
        "10.0.0.0/8",
        "100m",
        "0.5Gi",
        "-",
        "- a",
        "?",
        "? a",
        ":",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "a#b",
        "#a",
        "# a",
        "'",
        "''",
        "\"",
        "\\",
        "\\n",
        "a\\",
        "|",
        ">",
        "|-\n a",
        "%a",
        "@a",
        "`a",
        "!a",
        "!!str a",
        "&a",
        "*a",
        "[",
        "]",
        "{",
        "}",
        ",",
        "[a]",
        "{a: b}",
        "a, b",
        "a]",
        "a}",
        "---",
        "--- a",
        "...",
        "---\n",
        "a\n---\nb",
        "a\n...\n",
        "a\tb",
        "\ta",
        "a\t",
        "a ",
        " a",
        "a  b",
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        "\na",
        "a\nb",
        "a\n b\n",
        " a\nb\n",
        "a\n\tb\n",
        "\ta\nb",
        "a \nb\n",
        "a\n  \nb\n",
        "a\n  ",
        "a\n\t\n",
        "a\r\nb",
        "\r",
        "a\rb",
        "#!/bin/sh\necho $X\n",
        "a\n#b\n",
        "key: |\n  x\n",
        "\u0000",
        "\u0001",
        "\u001b[0m",
        "\u007f",
        "\u0085",
        "a\u0085b",
        "\u00a0",
        "\u2028",
        "a\u2029",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ue000",
        "\u00e9",
        "\ud83d\ude00",
        "a\ud83d\ude00\nb",
        "${{ parameters.x }}",
        "a ${{ parameters.x }}",
        "{{ .Values.x }}",
        "$(X)",
        "http://x:80/y?z=1#f",
        "a?b",
        "a ? b",
        "<a>",
        "a=b",
        "x:y",
        "x: ",
        "it's",
        "\"quoted\"",
        "C:\\dir",
        "a, [b]",
        "-----BEGIN X-----\nabc=\n"
    };
    private static final String ALPHABET = "ab y01.-:#'\"\\ \t\n,[]{}&*!|>%@`?=<~_/$\r\u0007\u0085\u2028\ufeff\u00e9";

    private Texts() {}

    static Arbitrary<String> strings() {
        Arbitrary<String> tricky = Arbitraries.of(TRICKY);
        Arbitrary<String> soup = Arbitraries.strings()
                .withChars(ALPHABET.toCharArray())
                .ofMinLength(0)
                .ofMaxLength(12);
        Arbitrary<String> joined = Combinators.combine(tricky, Arbitraries.of("", " ", "\n", "a", "\n\n", ": "), tricky)
                .as((a, b, c) -> a + b + c);
        Arbitrary<String> emoji = soup.map(text -> text + "\ud83d\ude00" + text);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, tricky),
                net.jqwik.api.Tuple.of(5, soup),
                net.jqwik.api.Tuple.of(3, joined),
                net.jqwik.api.Tuple.of(1, emoji));
    }

    /** One of the same kinds of text, for tests that need very many. */
    static String random(Random random) {
        int kind = random.nextInt(12);
        if (kind < 3) {
            return TRICKY[random.nextInt(TRICKY.length)];
        }
        if (kind < 5) {
            String[] between = {"", " ", "\n", "a", "\n\n", ": "};
            return TRICKY[random.nextInt(TRICKY.length)]
                    + between[random.nextInt(between.length)]
                    + TRICKY[random.nextInt(TRICKY.length)];
        }
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            switch (kind) {
                case 5 -> out.append((char) random.nextInt(0x100));
                case 6 -> out.appendCodePoint(wholeCodePoint(random));
                default -> out.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return out.toString();
    }

    private static int wholeCodePoint(Random random) {
        int point = random.nextBoolean() ? 0x1F300 + random.nextInt(0x300) : random.nextInt(0x3000);
        return random.nextInt(8) == 0 ? 0xE000 + random.nextInt(0x2000) : point;
    }

    /** A scalar of any type. */
    static Object randomValue(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(2_000) - 1_000;
            case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 4 -> Double.longBitsToDouble(random.nextLong() & 0xBFEF_FFFF_FFFF_FFFFL);
            default -> random(random);
        };
    }

    static Object randomTree(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return random.nextBoolean() ? random(random) : randomValue(random);
        }
        int size = random.nextInt(4);
        List<Object> list = new ArrayList<>();
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            list.add(randomTree(random, depth - 1));
            map.put(random(random), randomTree(random, depth - 1));
        }
        return kind == 1 ? list : map;
    }

    static Arbitrary<Object> trees() {
        return trees(3);
    }

    private static Arbitrary<Object> trees(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                strings().map(Object.class::cast),
                strings().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().ofScale(4).map(Object.class::cast),
                Arbitraries.of(Boolean.TRUE, Boolean.FALSE, 1e300, 5e-324, 0.1, Long.MIN_VALUE),
                Arbitraries.of(true, false).map(b -> b ? List.of() : Map.of()));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Object> list = trees(depth - 1).list().ofMaxSize(3).map(Object.class::cast);
        Arbitrary<Object> map = Combinators.combine(
                        strings().list().uniqueElements().ofSize(3),
                        trees(depth - 1).list().ofMinSize(0).ofMaxSize(3))
                .as(Texts::zip);
        return Arbitraries.oneOf(leaf, list, map);
    }

    private static Object zip(List<String> keys, List<Object> values) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            out.put(keys.get(i), values.get(i));
        }
        return out;
    }

    /** Numbers as this module's tree holds them, whatever type wrote them. */
    static Object normal(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> out = new LinkedHashMap<>();
            map.forEach((key, value) -> out.put((String) key, normal(value)));
            return out;
        }
        if (tree instanceof List<?> list) {
            List<Object> out = new ArrayList<>();
            list.forEach(item -> out.add(normal(item)));
            return out;
        }
        if (tree instanceof Number number) {
            java.math.BigDecimal value = number instanceof Double d
                    ? java.math.BigDecimal.valueOf(d)
                    : new java.math.BigDecimal(number.toString());
            return value.signum() == 0 ? java.math.BigDecimal.ZERO : value.stripTrailingZeros();
        }
        return tree;
    }
}
