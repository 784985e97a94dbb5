package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.iac.ProfileDocument.Content;
import io.stackprofile.core.internal.tree.AnyRule;
import io.stackprofile.core.internal.tree.AnyVersion;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProfileDocumentTest {

    @Test
    void aPlatformStackIsWrittenAsTheGoldenDocument() throws IOException {
        assertThat(ProfileDocument.write(platform())).isEqualTo(golden());
    }

    @Test
    void theGoldenDocumentReadsAsThePlatformStack() throws IOException {
        assertThat(read(golden())).isEqualTo(platform());
    }

    @Property(tries = 500)
    void everyContentReadsBackToTheCharacter(@ForAll("contents") Content content) {
        String written = ProfileDocument.write(content);

        Content read = read(written);

        assertThat(read).isEqualTo(content);
        assertThat(ProfileDocument.write(read)).isEqualTo(written);
    }

    @Test
    void aMemberOfManyLongLinesReadsBack() {
        String line = "  token: ${{ parameters.domain }} " + "x".repeat(100_000) + "\n";
        Manifest manifest = Manifest.builder()
                .name("long")
                .content("data:\n" + line.repeat(20))
                .build();
        Content content = content(StackSpec.of(Optional.empty(), List.of(manifest)), List.of());

        assertThat(read(ProfileDocument.write(content))).isEqualTo(content);
    }

    @Test
    void aHandWrittenDocumentNeedsNeitherDigestNorChannelNorQuotes() {
        Content read = read("""
                apiVersion: stackprofile.io/v1
                kind: StackProfile
                metadata: {name: shop}
                spec:
                  parameters:
                    - {name: replicas, type: number, default: 3}
                    - {name: share, type: number, default: 0.25}
                    - {name: debug, type: boolean, default: no}
                    - {name: size, type: enum, enumValues: [S, L], default: S}
                  members:
                    - kind: manifest
                      name: shop
                      content: |
                        apiVersion: v1
                        kind: Namespace
                """);

        assertThat(read)
                .isEqualTo(new Content(
                        "shop",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "stable",
                        Optional.empty(),
                        StackSpec.of(
                                Optional.empty(),
                                List.of(Manifest.builder()
                                        .name("shop")
                                        .content("apiVersion: v1\nkind: Namespace\n")
                                        .build())),
                        List.of(
                                parameter("replicas", ParameterType.NUMBER, ParameterValue.of(3)),
                                parameter(
                                        "share",
                                        ParameterType.NUMBER,
                                        ParameterValue.of(new java.math.BigDecimal("0.25"))),
                                parameter("debug", ParameterType.BOOLEAN, ParameterValue.of(false)),
                                Parameter.builder()
                                        .name("size")
                                        .type(ParameterType.ENUM)
                                        .addEnumValue("S")
                                        .addEnumValue("L")
                                        .defaultValue(ParameterValue.of("S"))
                                        .build()),
                        List.of()));
    }

    @Test
    void aCommentOrBlankLineAddedByHandKeepsTheDigestValid() throws IOException {
        String commented = golden().replace("    - kind: addon", "    # reviewed\n\n    - kind: addon");

        assertThat(commented).isNotEqualTo(golden());
        assertThat(read(commented)).isEqualTo(platform());
    }

    private static Content read(String text) {
        return ProfileDocument.read(text, Optional.empty(), Limits.defaults());
    }

    static Content platform() {
        return new Content(
                "platform-baseline",
                Optional.of("Edge and observability for every cluster"),
                Optional.of("platform"),
                List.of("edge", "observability"),
                "stable",
                Optional.of("## 8.5\n\n- Grafana 8.5\n- log level as a choice\n"),
                PlatformStack.spec(),
                PlatformStack.parameters(),
                List.of());
    }

    static String golden() throws IOException {
        try (InputStream in = ProfileDocumentTest.class.getResourceAsStream("platform-baseline.stackprofile.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Parameter parameter(String name, ParameterType type, ParameterValue value) {
        return Parameter.builder().name(name).type(type).defaultValue(value).build();
    }

    private static Content content(StackSpec spec, List<Parameter> parameters) {
        return new Content(
                "shop",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "beta",
                Optional.empty(),
                spec,
                parameters,
                List.of());
    }

    @Provide
    Arbitrary<Content> contents() {
        Arbitrary<Content> plain = Combinators.combine(
                        Arbitraries.of("shop", "n0", "true", "null", "1-2", "123"),
                        AnyVersion.text().optional(),
                        AnyVersion.line().list().ofMaxSize(3),
                        Arbitraries.of("stable", "beta", "no", "e3"),
                        AnyVersion.text().optional(),
                        AnyVersion.spec(),
                        AnyVersion.parameters(),
                        AnyRule.rules())
                .as((name, text, tags, channel, changelog, spec, parameters, rules) ->
                        new Content(name, text, Optional.empty(), tags, channel, changelog, spec, parameters, rules));
        return Combinators.combine(plain, AnyVersion.line().optional())
                .as((content, category) -> new Content(
                        content.name(),
                        content.description(),
                        category,
                        content.tags(),
                        content.channel(),
                        content.changelog(),
                        content.spec(),
                        content.parameters(),
                        content.rules()));
    }
}
