package io.stackprofile.core.internal.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.parameterise.Contents;
import io.stackprofile.core.internal.parameterise.CorpusStack;
import io.stackprofile.core.internal.parameterise.ParameterEdits;
import io.stackprofile.core.internal.redact.RedactedStack;
import io.stackprofile.core.internal.redact.RedactionContext;
import io.stackprofile.core.internal.redact.Redactor;
import io.stackprofile.core.internal.redact.SampleStacks;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.core.internal.template.Template;
import io.stackprofile.draft.DraftEdit;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterSuggestion;
import io.stackprofile.parameter.ParameterSuggestion.Kind;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {

    @Test
    void hostsOfOneDomainAreOneSuggestionAndClusterInternalNamesNone() {
        List<ParameterSuggestion> found = suggest("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: web
                  annotations:
                    docs: https://kubernetes.io/docs/ingress
                spec:
                  tls:
                    - hosts:
                        - shop.acme.dev
                  rules:
                    - host: shop.acme.dev
                    - host: api.acme.dev
                    - host: web.shop.svc.cluster.local
                    - host: localhost
                ---
                kind: ConfigMap
                data:
                  url: http://api.shop.svc:8080/x and http://10.0.0.1/ and https://login.acme.dev/realms
                  mq: amqp://mq.internal.acme.dev:5672/x
                """);
        assertThat(found).singleElement().satisfies(domain -> {
            assertThat(domain.name()).isEqualTo("domain");
            assertThat(domain.kind()).isEqualTo(Kind.HOSTNAME);
            assertThat(domain.part()).contains("acme.dev");
            assertThat(domain.places())
                    .extracting(place -> place.path().orElseThrow())
                    .containsExactly(
                            "/spec/tls/0/hosts/0", "/spec/rules/0/host", "/spec/rules/1/host", "/data/url", "/data/mq");
        });
    }

    @Test
    void oneHostIsSuggestedWholeAndAnAmountKeepsItsSpelling() {
        List<ParameterSuggestion> found = suggest("""
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: 3
                  template:
                    spec:
                      containers:
                        - image: registry.acme.dev:5000/team/db:16.4
                          resources: {requests: {memory: 2Gi, cpu: "1"}}
                          env:
                            - {name: AWS_REGION, value: eu-north-1}
                            - {name: ROLE, value: "arn:aws:iam::123456789012:role/db"}
                  volumeClaimTemplates:
                    - spec: {storageClassName: gp3, resources: {requests: {storage: 80Gi}}}
                """);
        assertThat(found)
                .extracting(s -> s.kind() + " " + s.name() + " " + s.part().orElse("*") + " " + s.defaultValue())
                .containsExactly(
                        "STORAGE_CLASS storage_class * gp3",
                        "CLOUD region * eu-north-1",
                        "CLOUD account_id 123456789012 123456789012",
                        "REPLICAS db_replicas * 3",
                        "SIZE db_memory_request * 2Gi",
                        "SIZE db_cpu_request * 1",
                        "SIZE db_storage_request * 80Gi",
                        "IMAGE image_registry registry.acme.dev:5000 registry.acme.dev:5000",
                        "IMAGE db_tag 16.4 16.4");
        assertThat(found.get(3).places().get(0).describe()).isEqualTo("manifest/m, /spec/replicas, line 4:13");
    }

    @Test
    void selectorsSecretsDefinitionsAndPlaceholdersAreLeftAlone() {
        assertThat(suggest("""
                        kind: Secret
                        stringData: {host: db.acme.dev}
                        ---
                        kind: CustomResourceDefinition
                        spec: {replicas: 3, host: a.acme.dev}
                        ---
                        kind: Deployment
                        spec:
                          replicas: ${{ parameters.replicas }}
                          selector: {matchLabels: {host: a.acme.dev}}
                          host: a.${{ parameters.domain }}
                          image: nginx
                        """)).isEmpty();
    }

    @Test
    void productionsLiteralsAreFoundAndEverySuggestionAppliesAndGivesTheTextBack() throws IOException {
        StackSpec escaped = SampleStacks.read("prod")
                .map(member -> member.withText(Placeholders.escape(member.text().orElse(""))));
        RedactedStack stack = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(escaped, List.of(), RedactionContext.none());
        List<ParameterSuggestion> found = Suggestions.of(stack.spec(), stack.parameters(), Limits.defaults());
        assertThat(found)
                .extracting(s -> s.kind() + " " + s.part().orElse("*") + " " + s.defaultValue())
                .contains(
                        "HOSTNAME northwind-freight.example northwind-freight.example",
                        "STORAGE_CLASS * gp3",
                        "STORAGE_CLASS * efs-sc",
                        "SIZE * 80Gi",
                        "SIZE * 200Gi",
                        "SIZE * 15d",
                        "IMAGE registry.northwind-freight.example registry.northwind-freight.example",
                        "IMAGE 3.9.0 3.9.0",
                        "REPLICAS * 2")
                .noneMatch(line -> line.contains("letsencrypt")
                        || line.contains("discord")
                        || line.contains("npmjs")
                        || line.contains("quay.io")
                        || line.contains("1.27.4")
                        || line.contains("svc"));
        assertApplies(stack.spec(), stack.parameters(), found);
    }

    @Test
    void everySuggestionForRealMembersApplies(@TempDir Path folder) throws IOException, InterruptedException {
        StackSpec stack = CorpusStack.medium(folder);
        List<ParameterSuggestion> found = Suggestions.of(stack, List.of(), Limits.defaults());
        assertThat(found).hasSizeBetween(100, 500);
        assertThat(found)
                .filteredOn(s -> s.kind() == Kind.HOSTNAME)
                .noneMatch(s -> s.defaultValue().text().contains("k8s.io"));
        assertApplies(stack, List.of(), found.stream().limit(60).toList());
    }

    private static void assertApplies(
            StackSpec spec, List<Parameter> parameters, List<ParameterSuggestion> suggestions) {
        Contents contents = new Contents(spec, parameters, List.of(), List.of());
        for (ParameterSuggestion suggestion : suggestions) {
            for (DraftEdit edit : DraftEdit.Parameterise.of(suggestion)) {
                contents = ParameterEdits.apply(contents, edit, Limits.defaults());
            }
        }
        Map<String, Parameter> known = new HashMap<>();
        Map<String, ParameterValue> values = new HashMap<>();
        contents.parameters().forEach(parameter -> {
            known.put(parameter.name(), parameter);
            parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value));
        });
        assertThat(known).hasSize(parameters.size() + suggestions.size());
        for (Member member : contents.spec().members()) {
            String bound = Template.compile(
                            member.ref(), Optional.empty(), member.text().orElse(""), known, Limits.defaults())
                    .renderKnown(values);
            assertThat(bound)
                    .as(member.ref().toString())
                    .isEqualTo(spec.find(member.ref()).flatMap(Member::text).orElseThrow());
        }
    }

    private static List<ParameterSuggestion> suggest(String text) {
        StackSpec spec = StackSpec.of(
                Optional.empty(),
                List.of(Manifest.builder().name("m").content(text).build()));
        return Suggestions.of(spec, List.of(), Limits.defaults());
    }
}
