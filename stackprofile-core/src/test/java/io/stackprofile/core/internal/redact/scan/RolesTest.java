package io.stackprofile.core.internal.redact.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.yaml.YamlFile;
import io.stackprofile.yaml.YamlLimits;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the roles does what it says at a place that it covers. */
class RolesTest {

    private static final String WEAK = "tea time";
    private static final String STRONG = "kT7w,Pq2m!Zx9";
    private static final String FORMAT = "https://bob:kT7wPq2mZx@db.example/";

    @ParameterizedTest
    @MethodSource("rows")
    void aRowDecidesWhereItsPathLeads(Role role) {
        switch (role.use()) {
            case ALWAYS ->
                assertThat(find(role, "", WEAK))
                        .extracting(Hit::rule, Hit::reason)
                        .containsExactly(tuple("secret-field", sentence(role)));
            case HOLDER ->
                assertThat(find(role, "", STRONG))
                        .hasSize(1)
                        .allSatisfy(hit -> assertThat(hit.reason()).isNotBlank());
            case NEVER -> {
                assertThat(find(role, "password", WEAK)).isEmpty();
                assertThat(find(role, "password", FORMAT)).hasSize(1);
            }
            case SEALED -> assertThat(find(role, "password", FORMAT)).isEmpty();
        }
        assertThat(role.reason()).isNotBlank().doesNotEndWith(".");
    }

    static Stream<Role> rows() {
        return Roles.all().stream();
    }

    @Test
    void aDeeperRowOverridesOneAbove() {
        assertThat(hits("""
                apiVersion: external-secrets.io/v1
                kind: SecretStore
                spec: {provider: {fake: {data: [{key: password, value: tea time}]}}}
                """)).hasSize(1);
    }

    @Test
    void aRowForValuesSaysNothingOfObjects() {
        assertThat(hits("secret: {data: {note: \"" + STRONG + "\"}}\n")).hasSize(1);
        assertThat(hits("apiVersion: v1\nkind: Shop\nsecret: {data: {note: \"" + STRONG + "\"}}\n"))
                .isEmpty();
    }

    private static String sentence(Role role) {
        return role.reason().substring(0, 1).toUpperCase(Locale.ROOT)
                + role.reason().substring(1) + ".";
    }

    private static List<Hit> find(Role role, String below, String value) {
        StringBuilder text = new StringBuilder();
        String kind = role.kinds().get(0);
        if (!List.of("*", "-").contains(kind)) {
            text.append("apiVersion: v1\nkind: ").append(kind).append("\n");
        }
        int closing = 0;
        for (String key : Stream.concat(role.path().stream(), Stream.of(below)).toList()) {
            if (!key.isEmpty()) {
                text.append(closing == 0 ? "" : "{").append(example(key)).append(": ");
                closing++;
            }
        }
        text.append('"').append(value).append('"').append("}".repeat(Math.max(0, closing - 1)));
        return hits(text.append('\n').toString());
    }

    private static String example(String key) {
        return key.equals("*") ? "some" : key.replace("**", "deep").replace("*", "shop");
    }

    private static List<Hit> hits(String text) {
        return MemberScan.of(
                        MemberRef.manifest("web"),
                        YamlFile.parse(text),
                        List.of(),
                        Knowledge.builtIn(),
                        YamlLimits.DEFAULT)
                .sightings()
                .stream()
                .map(Sighting::hit)
                .toList();
    }
}
