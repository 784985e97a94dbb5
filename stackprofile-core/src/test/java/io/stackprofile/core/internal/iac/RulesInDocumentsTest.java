package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.Condition.AllOf;
import io.stackprofile.parameter.Condition.Not;
import io.stackprofile.parameter.Condition.Operator;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterFormat;
import io.stackprofile.parameter.ParameterOption;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretGeneration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, options and rules as people write them into a profile document. */
class RulesInDocumentsTest {

    private static final String DOCUMENT = """
            apiVersion: stackprofile.io/v1
            kind: StackProfile
            metadata:
              name: shop
            spec:
              parameters:
                - {name: replicas, type: number, minimum: 1, maximum: 9, multipleOf: 0.5}
                - {name: cpu, type: string, format: quantity, minLength: 1, maxLength: 12}
                - name: size
                  type: enum
                  enumValues: [S, L]
                  options:
                    - {value: L, title: Large, description: For production, sets: {replicas: 5, cpu: "2"}}
                - name: tls
                  type: boolean
                  options: [{value: true, title: With TLS}]
                - {name: token, type: secret, generate: {length: 24}}
              rules:
                - name: tls-needs-cpu
                  when: {parameter: tls, operator: equal, value: true}
                  require:
                    allOf:
                      - {isSet: token}
                      - not: {parameter: cpu, operator: matches, value: '^[0-9]+m$'}
                      - {parameter: replicas, operator: at_least, value: 2}
                  message: TLS needs two replicas and a whole CPU
              members:
                - {kind: manifest, name: shop, content: "kind: Namespace"}
            """;

    @Test
    void everyAttributeIsReadAsItIsWritten() {
        ProfileDocument.Content read = read(DOCUMENT);

        assertThat(read.parameters())
                .containsExactly(
                        parameter("replicas", ParameterType.NUMBER)
                                .minimum(BigDecimal.valueOf(1))
                                .maximum(BigDecimal.valueOf(9))
                                .multipleOf(new BigDecimal("0.5"))
                                .build(),
                        parameter("cpu", ParameterType.STRING)
                                .format(ParameterFormat.QUANTITY)
                                .minLength(1)
                                .maxLength(12)
                                .build(),
                        parameter("size", ParameterType.ENUM)
                                .addEnumValues("S", "L")
                                .addOption(ParameterOption.builder()
                                        .value("L")
                                        .title("Large")
                                        .description("For production")
                                        .putSet("replicas", ParameterValue.of(5))
                                        .putSet("cpu", ParameterValue.of("2"))
                                        .build())
                                .build(),
                        parameter("tls", ParameterType.BOOLEAN)
                                .addOption(ParameterOption.builder()
                                        .value("true")
                                        .title("With TLS")
                                        .build())
                                .build(),
                        parameter("token", ParameterType.SECRET)
                                .generate(SecretGeneration.of(24))
                                .build());
        assertThat(read.rules())
                .containsExactly(ParameterRule.builder()
                        .name("tls-needs-cpu")
                        .when(Condition.compare("tls", Operator.EQUAL, ParameterValue.of(true)))
                        .require(new AllOf(List.of(
                                Condition.isSet("token"),
                                new Not(Condition.compare("cpu", Operator.MATCHES, ParameterValue.of("^[0-9]+m$"))),
                                Condition.compare("replicas", Operator.AT_LEAST, ParameterValue.of(2)))))
                        .message("TLS needs two replicas and a whole CPU")
                        .build());
    }

    @Test
    void whatWasReadIsWrittenAndReadTheSame() {
        ProfileDocument.Content read = read(DOCUMENT);

        assertThat(read(ProfileDocument.write(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            minimum: 1,             | minimum: one,          | 7  | /spec/parameters/0/minimum | a number is expected here
            format: quantity        | format: quantities     | 8  | /spec/parameters/1/format  | there is no such format; the formats are hostname
            minLength: 1            | minimum: 1             | 8  | /spec/parameters/1         | minimum is for a number
            value: L, title         | value: XL, title       | 9  | /spec/parameters/2         | an option's value is one of the choices
            length: 24              | length: 4              | 17 | /spec/parameters/4/generate | a generated secret has 8 to 1024 characters
            operator: equal         | operator: eq           | 20 | /spec/rules/0/when/operator | 'operator' has a value that is not known
            value: true}            | value: true, other: x} | 20 | /spec/rules/0/when         | a comparison has either a value or another parameter
            {isSet: token}          | {isSet: token, not: {isSet: a}} | 23 | /spec/rules/0/require/allOf/0 | a condition is a comparison, or one of
            name: tls-needs-cpu     | name: TLS              | 19 | /spec/rules/0              | name must be an RFC 1123 label
            allOf:                  | allOff:                | 22 | /spec/rules/0/require      | a field stands here that is not known
            """)
    void whatIsWrittenWronglyIsRefusedWithItsLine(String from, String to, int line, String path, String problem) {
        assertThat(DOCUMENT).contains(from);

        InvalidContentException refused = ShopDocument.refusal(DOCUMENT.replace(from, to));

        assertThat(refused.problem()).contains(problem);
        assertThat(refused.location().path()).contains(path);
        assertThat(refused.location().line()).contains(line);
    }

    private static Parameter.Builder parameter(String name, ParameterType type) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(type);
        return builder;
    }

    private static ProfileDocument.Content read(String text) {
        return ProfileDocument.read(text, Optional.empty(), Limits.defaults());
    }
}
