package io.stackprofile.core;

import static io.stackprofile.testkit.StackProfileAssertions.assertAbsent;
import static io.stackprofile.testkit.StackProfileAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Caller;
import io.stackprofile.OrganisationSession;
import io.stackprofile.draft.CreateDraftRequest;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.draft.ProfileDraft;
import io.stackprofile.draft.PublishRequest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.instantiation.InstantiateRequest;
import io.stackprofile.instantiation.StackDraft;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.BindingSource;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.parameter.SecretValue;
import io.stackprofile.profile.ProfileVersion;
import io.stackprofile.testkit.InMemoryCluster;
import io.stackprofile.testkit.InMemoryClusters;
import io.stackprofile.testkit.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameter sets, from the document to the draft. */
class ParameterSetsTest {

    private static final String CANARY = ShopStack.GITHUB_TOKEN;

    private static final String DOCUMENT = """
            apiVersion: stackprofile.io/v1
            kind: ParameterSet
            metadata:
              name: prod
              description: What production uses
            spec:
              parameters:
                - {name: domain, value: acme.dev}
                - {name: replicas, file: /run/replicas}
                - {name: token, secret: vault:shop/token}
                - {name: region, env: REGION}
            """;

    @TempDir
    Path folder;

    private final OrganisationSession acme = session(true);
    private int profiles;

    @Test
    void aDocumentIsReadAsItIsWritten() {
        assertThat(acme.instantiations().readParameterSet(DOCUMENT))
                .isEqualTo(ParameterSet.builder()
                        .name("prod")
                        .description("What production uses")
                        .putSource("domain", new ParameterSource.Value(ParameterValue.of("acme.dev")))
                        .putSource("replicas", new ParameterSource.Reference(SecretRef.file("/run/replicas")))
                        .putSource("token", new ParameterSource.Reference(SecretRef.parse("vault:shop/token")))
                        .putSource("region", new ParameterSource.Reference(SecretRef.env("REGION")))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: ParameterSet        | kind: StackProfile       | 2  | this is not a parameter set
            stackprofile.io/v1        | stackprofile.io/v9       | 1  | the document has another apiVersion
            name: domain,             | name: domain, env: X,    | 8  | a parameter is filled from one of value, env, file and secret
            value: acme.dev           | valeu: acme.dev          | 8  | a field stands here that is not known
            value: acme.dev           | value: [a]               | 8  | a text, a number, true or false is expected here
            name: replicas            | name: domain             | 9  | this parameter stands here twice
            secret: vault:shop/token  | secret: ghp_9aKq2LmZx81R | 10 | a secret is bound by reference
            name: region, env: REGION | name: region             | 11 | a parameter is filled from one of value, env, file and secret
            name: region              | name: 1region            | 11 | name must be a letter
            """)
    void whatIsWrittenWronglyIsRefusedWithItsLineAndNoValue(String from, String to, int line, String problem) {
        assertThat(DOCUMENT).contains(from);

        InvalidContentException refused = (InvalidContentException) org.assertj.core.api.Assertions.catchThrowable(
                () -> acme.instantiations().readParameterSet(DOCUMENT.replace(from, to)));

        assertThat(refused.problem()).contains(problem);
        assertThat(refused.location().line()).contains(line);
        assertThat(refused).hasMessageNotContainingAny("ghp_9aKq2LmZx81R", "valeu", "1region");
    }

    @Test
    void aSetFillsADraftAndSecretsKeepTheirReference() throws IOException {
        Path replicas = Files.writeString(folder.resolve("replicas"), "4\n");
        ParameterSet set = set().value("domain", "acme.dev")
                .reference("replicas", SecretRef.file(replicas.toString()))
                .reference("token", SecretRef.parse("vault:shop/token"))
                .build();

        StackDraft draft = instantiate(acme, set);

        assertThat(draft.bindings())
                .extracting(Binding::parameter, Binding::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("domain", BindingSource.PARAMETER_SET),
                        org.assertj.core.groups.Tuple.tuple("replicas", BindingSource.PARAMETER_SET),
                        org.assertj.core.groups.Tuple.tuple("token", BindingSource.PARAMETER_SET));
        assertThat(draft.spec().members().get(0).text().orElseThrow())
                .contains("domain: acme.dev\n", "replicas: 4\n", "token: ${{ parameters.token }}\n");
    }

    @Test
    void withoutLocalSecretsNothingOfTheHostIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("domain"), "acme.dev");
        ParameterSet set =
                set().reference("domain", SecretRef.file(file.toString())).build();

        StackProfileException refused = assertFails(ErrorCode.INVALID_BINDING, () -> instantiate(session(false), set));

        assertThat(refused).hasMessageContaining("where nothing can be read");
    }

    @Test
    void aHostsSecretIsNotShownAsAValueThatIsNone() {
        ParameterSet set =
                set().reference("domain", SecretRef.parse("vault:shop/token")).build();

        StackProfileException refused = assertFails(ErrorCode.INVALID_BINDING, () -> instantiate(acme, set));

        assertThat(refused).hasMessageContaining("parameter domain is not a secret");
        assertThat(refused).hasMessageNotContaining("of-the-vault");
    }

    @Test
    void aCredentialInASetOrAFileIsRefusedWithoutAWordOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("domain"), CANARY);
        ParameterSet plain = set().value("domain", CANARY).build();
        ParameterSet read =
                set().reference("domain", SecretRef.file(file.toString())).build();
        ParameterSet secret =
                set().value("domain", "acme.dev").value("token", CANARY).build();

        assertAbsent(assertFails(ErrorCode.SECRET_EXPOSED, () -> instantiate(acme, plain)), ShopStack.CANARIES);
        assertAbsent(assertFails(ErrorCode.SECRET_EXPOSED, () -> instantiate(acme, read)), ShopStack.CANARIES);
        assertAbsent(assertFails(ErrorCode.INVALID_BINDING, () -> instantiate(acme, secret)), ShopStack.CANARIES);
        assertAbsent("the set", plain + " " + secret, ShopStack.CANARIES);
    }

    private static ParameterSet.Builder set() {
        ParameterSet.Builder builder = ParameterSet.builder();
        builder.name("prod");
        return builder;
    }

    private static OrganisationSession session(boolean local) {
        StackProfileEngine.Builder builder = StackProfileEngine.builder()
                .store(new InMemoryStore())
                .clusters(InMemoryClusters.of(InMemoryCluster.named("staging")))
                .secrets((organisation, ref) ->
                        ref.scheme().equals("vault") ? Optional.of(SecretValue.of("of-the-vault")) : Optional.empty());
        return (local ? builder.localSecrets() : builder).build().as(Caller.of("acme", "alice"));
    }

    private StackDraft instantiate(OrganisationSession session, ParameterSet set) {
        ProfileVersion version = published(session);
        return session.instantiations()
                .create(InstantiateRequest.builder()
                        .profile(version.profileId())
                        .cluster("staging")
                        .parameterSet(set)
                        .build());
    }

    private ProfileVersion published(OrganisationSession session) {
        ProfileDraft draft = session.drafts().create(CreateDraftRequest.blank("shop-" + ++profiles));
        session.drafts()
                .edit(
                        draft.id(),
                        1,
                        List.of(
                                new DraftEdit.PutMember(ShopStack.manifest("settings", """
                                        apiVersion: shop.example/v1
                                        kind: Settings
                                        metadata:
                                          name: shop
                                        domain: ${{ parameters.domain }}
                                        replicas: ${{ parameters.replicas }}
                                        token: ${{ parameters.token }}
                                        """)),
                                parameter("domain", ParameterType.STRING),
                                parameter("replicas", ParameterType.NUMBER),
                                parameter("token", ParameterType.SECRET)));
        return session.drafts().publish(draft.id(), PublishRequest.builder().build());
    }

    private static DraftEdit parameter(String name, ParameterType type) {
        return new DraftEdit.PutParameter(
                Parameter.builder().name(name).type(type).build());
    }
}
