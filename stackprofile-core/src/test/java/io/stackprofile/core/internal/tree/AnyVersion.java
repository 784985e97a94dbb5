package io.stackprofile.core.internal.tree;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Stacks and parameters of every shape, for properties: texts that are hard to carry among them. */
public final class AnyVersion {

    private static final List<String> HARD_TEXTS = List.of(
            "",
            "\n",
            "\n\n",
            " leading blank\n",
            "\ttab first\n",
            "kind: Secret",
            "kind: Secret\r\nmetadata:\r\n  name: edge\r\n",
            "kind: Secret \ntype: Opaque\t\n",
            "kind: ConfigMap\n\n\n",
            "kind: ConfigMap\n   \n",
            "kind: ConfigMap\n# no line end after this",
            "---\nkind: ConfigMap\n---\nkind: Secret\n...\n",
            "\uFEFFkind: ConfigMap\n",
            "note: \"\uD83D\uDE80 \u00e9\u4e2d\u0085\u2028\"\n",
            "a\rb",
            "\u0000\u0007\u007f\uFFFE",
            "%YAML 1.2\n---\n",
            "# only a comment\n",
            "line: " + "x".repeat(5_000) + "\n",
            "value: ${{ parameters.domain }} {{ .Values.x }} $(Y) 'q' \"d\" \\n\n",
            "yes",
            "0644",
            "~",
            "1.10",
            "2026-01-01",
            "- - a\n  - b\n");

    private AnyVersion() {}

    /** Any text without halves of surrogate pairs. */
    public static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.of(HARD_TEXTS),
                Arbitraries.strings().all().ofMaxLength(40).map(AnyVersion::whole),
                Arbitraries.strings().withChars("ab:-# \t\n\r|>'\"&*{}[]%@`\\").ofMaxLength(30));
    }

    /** A text that stands on one line, as names and URLs do. */
    public static Arbitrary<String> line() {
        return Arbitraries.oneOf(
                Arbitraries.of("edge", "yes", "null", "1.10", "0x1F", "-", "a: b", "# x", "\u00e9\uD83D\uDE80"),
                Arbitraries.strings().withChars("az09-._/ :#'\"").ofMinLength(1).ofMaxLength(20));
    }

    /** Any stack: parents need not be members. */
    public static Arbitrary<StackSpec> spec() {
        return Combinators.combine(
                        text().optional(), member().list().ofMaxSize(5).uniqueElements(Member::ref))
                .as(StackSpec::of);
    }

    /** Any member. */
    public static Arbitrary<Member> member() {
        return Arbitraries.oneOf(addon().map(Member.class::cast), manifest().map(Member.class::cast));
    }

    /** Any parameters, each name once. */
    public static Arbitrary<List<Parameter>> parameters() {
        return parameter().list().ofMaxSize(5).uniqueElements(Parameter::name);
    }

    private static Arbitrary<Addon> addon() {
        return Combinators.combine(
                        name(),
                        line(),
                        line(),
                        line().optional(),
                        line().optional(),
                        line().optional(),
                        refs(),
                        text().optional())
                .as((name, chart, version, url, registry, namespace, parents, values) -> Addon.builder()
                        .name(name)
                        .chartName(chart)
                        .chartVersion(version)
                        .repositoryUrl(url)
                        .registryName(registry)
                        .namespace(namespace)
                        .addAllParents(parents)
                        .values(values)
                        .build());
    }

    private static Arbitrary<Manifest> manifest() {
        return Combinators.combine(name(), line().optional(), refs(), text())
                .as((name, namespace, parents, content) -> Manifest.builder()
                        .name(name)
                        .namespace(namespace)
                        .addAllParents(parents)
                        .content(content)
                        .build());
    }

    private static Arbitrary<String> name() {
        return line().filter(name -> !name.isBlank());
    }

    private static Arbitrary<List<MemberRef>> refs() {
        return Combinators.combine(Arbitraries.of(true, false), name())
                .as((addon, name) -> addon ? MemberRef.addon(name) : MemberRef.manifest(name))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Parameter> parameter() {
        Arbitrary<String> name = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("AZ_09")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> Character.isLetter(text.charAt(0)));
        Arbitrary<ParameterType> type = Arbitraries.of(ParameterType.class);
        return Combinators.combine(
                        name,
                        type,
                        text().optional(),
                        line().optional(),
                        Arbitraries.of(true, false),
                        value().optional(),
                        line().list().ofMinSize(1).ofMaxSize(3),
                        line().optional())
                .as(AnyVersion::parameter)
                .flatMap(AnyLimits::of);
    }

    private static Parameter parameter(
            String name,
            ParameterType type,
            Optional<String> description,
            Optional<String> title,
            boolean required,
            Optional<ParameterValue> value,
            List<String> choices,
            Optional<String> pattern) {
        boolean patterned = type == ParameterType.STRING || type == ParameterType.SECRET;
        Optional<ParameterValue> def = type == ParameterType.SECRET || required ? Optional.empty() : value;
        return Parameter.builder()
                .name(name)
                .type(type)
                .title(title)
                .description(description)
                .group(title.map(text -> text + "s"))
                .required(required)
                .defaultValue(def)
                .addAllEnumValues(type == ParameterType.ENUM ? choices : List.of())
                .pattern(patterned ? pattern : Optional.empty())
                .build();
    }

    /** Any value, with and without a spelling of its own. */
    public static Arbitrary<ParameterValue> value() {
        Arbitrary<ParameterValue> plain = Arbitraries.oneOf(
                text().map(ParameterValue::of),
                Arbitraries.longs().map(ParameterValue::of),
                Arbitraries.of(true, false).map(ParameterValue::of),
                Arbitraries.bigDecimals().map(ParameterValue::of),
                Arbitraries.of("1.10", "1E+400", "1E-400", "0.0", "123456789012345678901234567890", "1e3", "0.1")
                        .map(number -> ParameterValue.of(new BigDecimal(number))));
        return Combinators.combine(
                        plain, Arbitraries.of("yes", "0644", "1e3", "off").optional())
                .as((value, spelling) -> spelling.map(value::spelled).orElse(value));
    }

    private static String whole(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(point -> point > 0xFFFF || !Character.isSurrogate((char) point))
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
