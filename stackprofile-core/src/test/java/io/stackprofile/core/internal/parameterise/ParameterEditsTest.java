package io.stackprofile.core.internal.parameterise;

import static io.stackprofile.core.internal.parameterise.ParameterisingTest.contents;
import static io.stackprofile.core.internal.parameterise.ParameterisingTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Limits;
import io.stackprofile.capture.Redaction;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.Location;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterPlace;
import io.stackprofile.parameter.ParameterPlace.Standing;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterUse;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterEditsTest {

    private static final Parameter SIZE = parameter("size", ParameterType.NUMBER)
            .defaultValue(ParameterValue.of(420).spelled("0644"))
            .build();
    private static final Parameter ZONE = parameter("zone", ParameterType.STRING)
            .title("Zone")
            .defaultValue(ParameterValue.of("acme.dev"))
            .pattern("dev$")
            .build();
    private static final Parameter TOKEN =
            parameter("token", ParameterType.SECRET).required(true).build();

    private static final String TEXT = """
            # ${{ parameters.size }} stays
            a: ${{ parameters.size }} # why
            b: "x.${{parameters.zone|base64}}"
            ${{ parameters.zone }}: {c: "${{ parameters.size | typed }}", d: "$${{ parameters.zone }}"}
            e: ${{ parameters.token }}
            """;

    @Test
    void aParameterIsRenamedInTextsFieldsAndTheReportAndNowhereElse() {
        Contents before = stack();
        Contents renamed = apply(before, new DraftEdit.RenameParameter("zone", "domain"));
        assertThat(text(renamed)).isEqualTo("""
                # ${{ parameters.size }} stays
                a: ${{ parameters.size }} # why
                b: "x.${{parameters.domain|base64}}"
                ${{ parameters.domain }}: {c: "${{ parameters.size | typed }}", d: "$${{ parameters.zone }}"}
                e: ${{ parameters.token }}
                """);
        assertThat(((Addon) renamed.spec().members().get(1)).repositoryUrl())
                .contains("https://${{ parameters.domain }}/charts");
        assertThat(renamed.parameters()).extracting(Parameter::name).containsExactly("size", "domain", "token");
        assertThat(renamed.parameters().get(1).title()).contains("Zone");
        assertThat(renamed.parameters().get(1).pattern()).contains("dev$");
        Contents secret = apply(before, new DraftEdit.RenameParameter("token", "api_token"));
        assertThat(secret.redactions()).extracting(Redaction::parameter).containsExactly(Optional.of("api_token"));
        assertThat(apply(renamed, new DraftEdit.RenameParameter("domain", "zone")))
                .isEqualTo(before);
    }

    @Test
    void aTakenNameAndAnUnknownOneAreRefused() {
        assertRefused(new DraftEdit.RenameParameter("zone", "size"), "there is a parameter 'size' already");
        assertRefused(new DraftEdit.RenameParameter("zoen", "x"), "no parameter 'zoen'");
    }

    @Test
    void anInlinedParameterLeavesItsDefaultAsItWasSpelledAndEverythingElse() {
        Contents inlined = apply(stack(), DraftEdit.InlineParameter.of("size"));
        assertThat(text(inlined)).isEqualTo("""
                # ${{ parameters.size }} stays
                a: 0644 # why
                b: "x.${{parameters.zone|base64}}"
                ${{ parameters.zone }}: {c: 0644, d: "$${{ parameters.zone }}"}
                e: ${{ parameters.token }}
                """);
        assertThat(inlined.parameters()).containsExactly(ZONE, TOKEN);
        Contents valued =
                apply(stack(), DraftEdit.InlineParameter.of("zone", ParameterValue.of("${{ parameters.token }}")));
        assertThat(text(valued)).contains("d: \"$${{ parameters.zone }}\"").doesNotContain("parameters.zone|");
        assertThat(((Addon) valued.spec().members().get(1)).repositoryUrl())
                .contains("https://$${{ parameters.token }}/charts");
        assertRefused(DraftEdit.InlineParameter.of("token"), "is a secret");
        assertRefused(DraftEdit.InlineParameter.of("size", ParameterValue.of("many")), "is not a number");
    }

    @Test
    void aRetypedParameterConvertsItsDefaultOrSaysWhyNot() {
        Contents text = apply(stack(), new DraftEdit.RetypeParameter("size", ParameterType.STRING));
        assertThat(text.parameters().get(0).defaultValue()).contains(ParameterValue.of("0644"));
        Contents choice = apply(stack(), new DraftEdit.RetypeParameter("zone", ParameterType.ENUM));
        assertThat(choice.parameters().get(1).enumValues()).containsExactly("acme.dev");
        assertRefused(new DraftEdit.RetypeParameter("zone", ParameterType.NUMBER), "is no number");
        assertRefused(new DraftEdit.RetypeParameter("size", ParameterType.BOOLEAN), "is no boolean");
        assertRefused(new DraftEdit.RetypeParameter("zone", ParameterType.SECRET), "puts a secret into");
    }

    @Test
    void theInfluenceMapHasEveryPlaceAndTheParametersThatHaveNone() {
        Contents stack = stack();
        List<Parameter> parameters = List.of(
                SIZE, ZONE, TOKEN, parameter("dead", ParameterType.STRING).build());
        List<ParameterUse> uses = InfluenceMap.of(stack.spec(), parameters, List.of(), Limits.defaults());
        assertThat(uses).extracting(ParameterUse::parameter).containsExactly("size", "zone", "token", "dead");
        assertThat(uses.get(0).places())
                .extracting(ParameterPlace::standing)
                .containsExactly(Standing.WHOLE, Standing.WHOLE);
        assertThat(uses.get(1).places())
                .extracting(ParameterPlace::standing)
                .containsExactly(Standing.EMBEDDED, Standing.KEY, Standing.FIELD);
        assertThat(uses.get(1).places().get(0).filter()).contains("base64");
        assertThat(uses.get(1).places().get(0).location().describe()).isEqualTo("manifest/m, /b, line 3:7");
        assertThat(uses.get(1).places().get(2).field()).contains("repository");
        assertThat(uses).extracting(ParameterUse::dead).containsExactly(false, false, false, true);
    }

    private static Contents stack() {
        Contents base = contents(TEXT, SIZE, ZONE, TOKEN);
        StackSpec spec = base.spec()
                .with(Addon.builder()
                        .name("web")
                        .chartName("web")
                        .chartVersion("1.0.0")
                        .repositoryUrl("https://${{ parameters.zone }}/charts")
                        .build());
        Redaction redaction = Redaction.builder()
                .rule("planted")
                .location(Location.member(MemberRef.manifest("m")))
                .reason("It was planted.")
                .confidence(Redaction.Confidence.HIGH)
                .action(Redaction.Action.PARAMETERISED)
                .parameter("token")
                .build();
        return new Contents(spec, base.parameters(), List.of(), List.of(redaction));
    }

    private static void assertRefused(DraftEdit edit, String problem) {
        assertThatThrownBy(() -> apply(stack(), edit))
                .isInstanceOf(StackProfileException.class)
                .hasMessageContaining(problem);
    }

    private static Contents apply(Contents contents, DraftEdit edit) {
        return ParameterEdits.apply(contents, edit, Limits.defaults());
    }

    private static Parameter.Builder parameter(String name, ParameterType type) {
        Parameter.Builder builder = Parameter.builder();
        builder.name(name).type(type);
        return builder;
    }
}
