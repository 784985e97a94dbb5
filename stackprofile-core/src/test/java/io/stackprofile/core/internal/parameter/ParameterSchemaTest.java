package io.stackprofile.core.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.stackprofile.parameter.Condition;
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

        assertThat(ParameterSchema.of(parameters, List.of())).isEqualTo("""
                        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{\
                        "domain":{"type":"string","title":"Domain","description":"Where the stack is reached",\
                        "x-group":"Network","x-order":0,"pattern":"^[a-z.]+$"},\
                        "ratio":{"type":"number","x-order":1,"default":0.50},\
                        "debug":{"type":"boolean","x-order":2,"default":true},\
                        "tier":{"type":"string","x-order":3,"enum":["small","large"]},\
                        "db_password":{"type":"string","x-order":4,"writeOnly":true}},\
                        "required":["domain","db_password"],"additionalProperties":false}""");
    }

    @Test
    void choicesWithTitlesLimitsAndRulesAreThereForForms() {
        List<Parameter> parameters = Some.parameters(
                Some.choice("size", "S", "L")
                        .addOption(ParameterOption.builder()
                                .value("L")
                                .title("Large")
                                .description("For production")
                                .putSet("cpu", ParameterValue.of("2"))
                                .build()),
                Some.flag("tls")
                        .addOption(ParameterOption.builder()
                                .value("true")
                                .title("With TLS")
                                .build()),
                Some.text("cpu").format(ParameterFormat.QUANTITY).minLength(1).maxLength(9),
                Some.text("poll").format(ParameterFormat.DURATION),
                Some.text("site").format(ParameterFormat.URL),
                Some.number("port")
                        .format(ParameterFormat.PORT)
                        .minimum(BigDecimal.ONE)
                        .multipleOf(new BigDecimal("0.5")),
                Some.secret("token").generate(new SecretGeneration(8, "ab")));
        List<ParameterRule> rules = List.of(Some.rule(
                "tls", new Condition.Not(Condition.compare("tls", Condition.Operator.EQUAL, ParameterValue.of(true)))));

        assertThat(ParameterSchema.of(parameters, rules)).isEqualTo("""
                        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{\
                        "size":{"type":"string","x-order":0,"oneOf":[{"const":"S","title":"S"},\
                        {"const":"L","title":"Large","description":"For production","x-sets":{"cpu":"2"}}]},\
                        "tls":{"type":"boolean","x-order":1,"oneOf":[{"const":true,"title":"With TLS"},\
                        {"const":false,"title":"false"}]},\
                        "cpu":{"type":"string","x-order":2,"format":"quantity","minLength":1,"maxLength":9},\
                        "poll":{"type":"string","x-order":3,"format":"go-duration"},\
                        "site":{"type":"string","x-order":4,"format":"uri"},\
                        "port":{"type":"number","x-order":5,"format":"port","minimum":1,"multipleOf":0.5},\
                        "token":{"type":"string","x-order":6,"writeOnly":true,"x-generate":{"length":8,"alphabet":"ab"}}},\
                        "additionalProperties":false,"x-rules":[{"name":"tls","require":{"not":\
                        {"parameter":"tls","operator":"equal","value":true}},"message":"see the handbook"}]}""");
    }

    @Test
    void whatIsWrittenIsASchemaOfDraft202012() {
        List<Parameter> parameters = Some.parameters(
                Some.choice("size", "S", "L").addOption(Some.option("L", "share", ParameterValue.of(1))),
                Some.number("share")
                        .minimum(new BigDecimal("-1E+3"))
                        .maximum(new BigDecimal("1E+20"))
                        .multipleOf(new BigDecimal("1E-7")),
                Some.text("host").title("Host").minLength(1).maxLength(9).pattern("^a"),
                Some.secret("token").generate(SecretGeneration.of(24)));
        List<ParameterRule> rules =
                List.of(Some.rule("small", Condition.compare("share", Operator.LESS, ParameterValue.of(2))));
        Schema draft = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(draft.validate(ParameterSchema.of(parameters, rules), InputFormat.JSON))
                .isEmpty();
        assertThat(draft.validate("{\"minLength\": -1}", InputFormat.JSON)).isNotEmpty();
    }
}
