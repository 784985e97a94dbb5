package io.stackprofile.core.internal.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.scan.EmbeddedScan;
import io.stackprofile.core.internal.redact.scan.Place;
import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.redact.text.UrlPasswords;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of redaction, on stacks in which generated secrets stand in generated places. */
class RedactionPropertiesTest {

    /** A way to write a secret into a document; {@code %s} is the secret as the place encodes it. */
    enum Spot {
        SECRET_DATA("kind: Secret\napiVersion: v1\nmetadata: {name: s%d}\ndata:\n  password: %s\n") {
            @Override
            String encode(String secret) {
                return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            }
        },
        STRING_DATA("kind: Secret\napiVersion: v1\nmetadata: {name: s%d}\nstringData:\n  token: '%s'   # kept\n"),
        ENVIRONMENT(
                "kind: Pod\napiVersion: v1\nmetadata: {name: p%d}\nspec:\n  containers:\n    - name: c\n      env:\n"
                        + "        - {name: DB_PASSWORD, value: \"%s\"}\n"),
        ARGUMENT("kind: Pod\napiVersion: v1\nmetadata: {name: p%d}\nspec:\n  containers:\n    - name: c\n      args:\n"
                + "        - --verbose\n        - --db-password=%s\n"),
        PROPERTIES("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\ndata:\n  app.properties: |\n"
                + "    server.port=8080\n    spring.datasource.password=%s\n    other=1\n"),
        JSON("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\ndata:\n  app.json: |\n"
                + "    {\"port\": 1, \"clientSecret\": \"%s\", \"ttl\": \"5m\"}\n"),
        URL("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\ndata:\n  url: redis://app:%s@cache:6379/0\n") {
            @Override
            String encode(String secret) {
                return UrlPasswords.encode(secret);
            }
        },
        COMMENT("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\n# password: %s\ndata: {a: b}\n"),
        FLOW("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\ndata: {a: b, adminPassword: '%s'}\n"),
        HEX("kind: ConfigMap\napiVersion: v1\nmetadata: {name: c%d}\ndata:\n  blob: x%sx\n") {
            @Override
            String encode(String secret) {
                return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            }
        };

        private final String document;

        Spot(String document) {
            this.document = document;
        }

        String encode(String secret) {
            return secret;
        }

        String write(int number, String secret) {
            return String.format(document, number, encode(secret));
        }
    }

    record Planted(Spot spot, String secret) {}

    @Provide
    Arbitrary<List<Planted>> stacks() {
        // The letters before keep it from being a number, the digits from being a word.
        Arbitrary<String> secret = Arbitraries.strings()
                .withChars("abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789_-.")
                .ofMinLength(8)
                .ofMaxLength(40)
                .map(text -> "pX7" + text + "q9Z");
        return secret.list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(secrets -> Combinators.combine(
                                Arbitraries.of(Spot.values()).filter(spot -> spot != Spot.HEX), Arbitraries.of(secrets))
                        .as(Planted::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6));
    }

    @Property(tries = 150)
    void noPlantedSecretIsLeftInAnyEncodingAndNothingElseChanges(@ForAll("stacks") List<Planted> planted) {
        StackSpec source = stack(planted);
        RedactedStack redacted = redact(source);

        planted.forEach(plant -> {
            SecretLedger ledger = SecretLedger.empty();
            ledger.add("planted", plant.secret());
            Sweep sweep = Sweep.of(ledger);
            assertThat(sweep.find(redacted.toString())).isEmpty();
        });
        for (Member member : redacted.spec().members()) {
            String text = member.text().orElseThrow();
            assertThat(YamlFile.parse(text).documents()).hasSize(1);
            assertThat(text.lines())
                    .hasSameSizeAs(source.find(member.ref())
                            .flatMap(Member::text)
                            .orElseThrow()
                            .lines()
                            .toList());
        }
    }

    @Property(tries = 100)
    void redactingTwiceChangesNothing(@ForAll("stacks") List<Planted> planted) {
        RedactedStack once = redact(stack(planted));
        RedactedStack twice = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(once.spec(), once.parameters(), RedactionContext.none());

        assertThat(twice.spec()).isEqualTo(once.spec());
        assertThat(twice.parameters()).isEqualTo(once.parameters());
        assertThat(twice.redactions()).isEmpty();
        assertThat(new Redactor(Knowledge.builtIn(), Limits.defaults())
                        .scan(once.spec(), once.parameters(), RedactionContext.none()))
                .isEmpty();
    }

    @Property(tries = 60)
    void aCopyInAnotherEncodingIsFoundToo(@ForAll("stacks") List<Planted> planted) {
        List<Planted> copies = new ArrayList<>(planted);
        planted.stream()
                .filter(plant -> plant.spot() != Spot.COMMENT)
                .forEach(plant -> copies.add(new Planted(Spot.HEX, plant.secret())));
        RedactedStack redacted = redact(stack(copies));

        planted.forEach(plant -> assertThat(redacted.toString())
                .doesNotContain(HexFormat.of().formatHex(plant.secret().getBytes(StandardCharsets.UTF_8))));
    }

    @Property(tries = 200)
    void anyTextIsReadInLinearTimeAndWithoutAnError(@ForAll String text) {
        EmbeddedScan scan = new EmbeddedScan(Knowledge.builtIn(), YamlLimits.DEFAULT);
        List<Hit> hits = scan.find(text + ": password=" + text, Place.root());

        assertThat(hits).allSatisfy(hit -> assertThat(hit.from()).isLessThanOrEqualTo(hit.to()));
    }

    private static StackSpec stack(List<Planted> planted) {
        List<Member> members = new ArrayList<>();
        for (Planted plant : planted) {
            int number = members.size();
            members.add(Manifest.builder()
                    .name("m" + number)
                    .content(plant.spot().write(number, plant.secret()))
                    .build());
        }
        return StackSpec.of(Optional.empty(), members);
    }

    private static RedactedStack redact(StackSpec spec) {
        return new Redactor(Knowledge.builtIn(), Limits.defaults()).redact(spec, List.of(), RedactionContext.none());
    }
}
