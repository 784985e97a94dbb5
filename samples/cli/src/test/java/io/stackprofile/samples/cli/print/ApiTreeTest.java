package io.stackprofile.samples.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.Page;
import io.stackprofile.ProfileId;
import io.stackprofile.draft.DraftValidation;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.Binding;
import io.stackprofile.parameter.Condition;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.parameter.ParameterSource;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.parameter.SecretRef;
import io.stackprofile.profile.ProfileSummary;
import io.stackprofile.profile.UpdateStatus;
import io.stackprofile.profile.VersionSummary;
import io.stackprofile.profile.Visibility;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ApiTreeTest {

    private static final StackSpec SPEC = StackSpec.of(
            Optional.of("edge and certificates"),
            List.of(
                    Manifest.builder()
                            .name("namespaces")
                            .content("apiVersion: v1\r\nkind: Namespace\r\nmetadata: {name: edge}  \r\n")
                            .build(),
                    Addon.builder()
                            .name("ingress-nginx")
                            .chartName("ingress-nginx")
                            .chartVersion("4.12.1")
                            .values("# édge\ncontroller:\n  replicaCount: 3\n  \n")
                            .addParent(MemberRef.manifest("namespaces"))
                            .build()));

    @Test
    void conditionsAreNamedAfterTheirKind() {
        Condition condition = new Condition.AnyOf(List.of(
                new Condition.Not(Condition.isSet("issuer")),
                Condition.compare("replicas", Condition.Operator.AT_LEAST, ParameterValue.of(2)),
                new Condition.AllOf(List.of(Condition.compare("least", Condition.Operator.LESS, "most")))));

        assertThat(Documents.json(condition).replaceAll("\\s", ""))
                .isEqualTo("{\"any_of\":[{\"not\":{\"is_set\":\"issuer\"}},"
                        + "{\"parameter\":\"replicas\",\"operator\":\"at_least\",\"value\":2},"
                        + "{\"all_of\":[{\"parameter\":\"least\",\"operator\":\"less\",\"other\":\"most\"}]}]}");
    }

    @Test
    void membersHaveTheirReferenceAndTheirFieldsInDeclaredOrderAndNoAbsentOnes() {
        assertThat(Documents.json(SPEC)).isEqualTo("""
                {
                  "description" : "edge and certificates",
                  "members" : [ {
                    "ref" : "manifest/namespaces",
                    "name" : "namespaces",
                    "parents" : [ ],
                    "content" : "apiVersion: v1\\r\\nkind: Namespace\\r\\nmetadata: {name: edge}  \\r\\n"
                  }, {
                    "ref" : "addon/ingress-nginx",
                    "name" : "ingress-nginx",
                    "parents" : [ "manifest/namespaces" ],
                    "chart_name" : "ingress-nginx",
                    "chart_version" : "4.12.1",
                    "values" : "# édge\\ncontroller:\\n  replicaCount: 3\\n  \\n"
                  } ]
                }
                """);
    }

    @Test
    void yamlSaysTheSameAsJson() {
        assertThat(YAMLMapper.shared().readTree(Documents.yaml(SPEC)))
                .isEqualTo(JsonMapper.shared().readTree(Documents.json(SPEC)));
    }

    @Test
    void aListingHasSnakeCaseNamesLowerCaseEnumsAndTheUpdateStatus() {
        ProfileSummary profile = ProfileSummary.builder()
                .id(ProfileId.of("01936b1e-0000-7000-8000-000000000001"))
                .organisation("acme")
                .name("platform")
                .addTag("edge")
                .visibility(Visibility.PUBLIC)
                .currentVersion(1)
                .latestVersion(2)
                .updateStatus(UpdateStatus.of(3))
                .updatedAt(Instant.parse("2026-03-01T10:15:30Z"))
                .build();
        assertThat(Documents.json(new Page<>(List.of(profile), Optional.of("next-page"))))
                .isEqualTo("""
                {
                  "items" : [ {
                    "id" : "01936b1e-0000-7000-8000-000000000001",
                    "organisation" : "acme",
                    "name" : "platform",
                    "tags" : [ "edge" ],
                    "visibility" : "public",
                    "current_version" : 1,
                    "latest_version" : 2,
                    "update_status" : {
                      "outdated_instantiation_count" : 3,
                      "has_update_available" : true
                    },
                    "updated_at" : "2026-03-01T10:15:30Z"
                  } ],
                  "next" : "next-page"
                }
                """);
    }

    @Test
    void digestsAreText() {
        VersionSummary version = VersionSummary.builder()
                .version(1)
                .channel("stable")
                .digest(Digest.of("sha256:" + "0f".repeat(32)))
                .createdAt(Instant.EPOCH)
                .createdBy("alice")
                .build();
        assertThat(Documents.json(version)).contains("\"digest\" : \"sha256:" + "0f".repeat(32) + "\"");
    }

    @Test
    void boundValuesKeepTheirKindAndSecretsAreReferences() {
        List<Binding> bindings = List.of(
                Binding.of("replicas", ParameterValue.of(3)),
                Binding.of("tls", ParameterValue.of(true).spelled("yes")),
                Binding.of("domain", ParameterValue.of("3")),
                Binding.of("db_password", SecretRef.env("DB_PASSWORD")));
        assertThat(ApiTree.of(bindings).toString())
                .isEqualTo(
                        "[{parameter=replicas, source=explicit, value=3}, {parameter=tls, source=explicit, value=true},"
                                + " {parameter=domain, source=explicit, value=3},"
                                + " {parameter=db_password, source=explicit, secret_ref=env:DB_PASSWORD}]");
        assertThat(Documents.json(bindings)).contains("\"value\" : 3\n").contains("\"value\" : \"3\"");
    }

    @Test
    void aParameterSetNamesItsParametersAsTheyAreCalled() {
        ParameterSet set = ParameterSet.builder()
                .name("staging")
                .value("BASE_DOMAIN", "yes")
                .putSource("replicas", new ParameterSource.Value(ParameterValue.of(3)))
                .reference("dbPassword", SecretRef.env("DB_PASSWORD"))
                .build();
        assertThat(ApiTree.of(set).toString())
                .isEqualTo("{name=staging, parameters=[{name=BASE_DOMAIN, value=yes}, {name=replicas, value=3},"
                        + " {name=dbPassword, secret=env:DB_PASSWORD}]}");
        assertThat(Documents.parameterSet(set)).isEqualTo("""
                apiVersion: "stackprofile.io/v1"
                kind: "ParameterSet"
                metadata:
                  name: "staging"
                spec:
                  parameters:
                  - name: "BASE_DOMAIN"
                    value: "yes"
                  - name: "replicas"
                    value: 3
                  - name: "dbPassword"
                    secret: "env:DB_PASSWORD"
                """);
    }

    @Test
    void aValidationSaysWhetherTheDraftIsPublishable() {
        Finding finding = Finding.builder()
                .severity(Severity.ERROR)
                .code("unknown-parent")
                .message("addon/a names a parent that is not there")
                .build();
        assertThat(ApiTree.of(new DraftValidation(List.of(finding))).toString())
                .isEqualTo("{publishable=false, findings=[{severity=error, code=unknown-parent, location={},"
                        + " message=addon/a names a parent that is not there}]}");
    }
}
