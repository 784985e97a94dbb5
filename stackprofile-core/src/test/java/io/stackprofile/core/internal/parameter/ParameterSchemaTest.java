package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSchemaTest {

    @Test
    void aVersionsParametersReadAsJsonSchema() {
        List<Parameter> parameters = List.of(
                Parameter.builder()
                        .name("domain")
                        .type(ParameterType.STRING)
                        .title("Domain")
                        .description("Where the stack is reached")
                        .group("Network")
                        .required(true)
                        .pattern("^[a-z.]+$")
                        .build(),
                Parameter.builder()
                        .name("ratio")
                        .type(ParameterType.NUMBER)
                        .defaultValue(ParameterValue.of(new BigDecimal("0.50")))
                        .build(),
                Parameter.builder()
                        .name("debug")
                        .type(ParameterType.BOOLEAN)
                        .defaultValue(ParameterValue.of(true).spelled("yes"))
                        .build(),
                Parameter.builder()
                        .name("tier")
                        .type(ParameterType.ENUM)
                        .addEnumValues("small", "large")
                        .build(),
                Parameter.builder()
                        .name("db_password")
                        .type(ParameterType.SECRET)
                        .required(true)
                        .build());

        assertThat(ParameterSchema.of(parameters)).isEqualTo("""
                        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{\
                        "domain":{"type":"string","title":"Domain","description":"Where the stack is reached",\
                        "x-group":"Network","pattern":"^[a-z.]+$"},\
                        "ratio":{"type":"number","default":0.50},\
                        "debug":{"type":"boolean","default":true},\
                        "tier":{"type":"string","enum":["small","large"]},\
                        "db_password":{"type":"string","writeOnly":true}},\
                        "required":["domain","db_password"],"additionalProperties":false}""");
    }
}
