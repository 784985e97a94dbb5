package io.stackprofile.core.internal.redact;

import static io.stackprofile.core.internal.redact.RedactorTest.addon;
import static io.stackprofile.core.internal.redact.RedactorTest.manifest;
import static io.stackprofile.core.internal.redact.RedactorTest.redact;
import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Limits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What secrets' parameters are called, and which secrets share one. */
class ParameterNamesTest {

    private static final Pattern TOKEN = Pattern.compile("\\$\\{\\{ parameters\\.(\\w+)");
    private static final String STRONG = "kT7wPq2mZx9LbVc4";

    @Property(tries = 60)
    void namesDependOnPlacesAndNotOnTheOrderOfMembers(@ForAll @IntRange(min = 0, max = 1000) int seed) {
        List<Member> members = new ArrayList<>(List.of(
                addon("grafana", "adminPassword: " + STRONG + "\nsmtp: {password: aB3kQz81LmXw}\n"),
                addon("loki", "auth: {password: " + STRONG + "}\ns3: {secretKey: pQ9zRt52VbNm}\n"),
                secret("db", "password: Xw28KdPq71Zm"),
                secret("cache", "password: Tz55NhJk92Ws"),
                manifest(
                        "env",
                        "kind: Pod\napiVersion: v1\nmetadata: {name: env}\nspec: {containers: [{name: c, env: ["
                                + "{name: DB_PASSWORD, value: Xw28KdPq71Zm}]}]}\n")));
        Map<MemberRef, List<String>> usual = names(redact(members.toArray(Member[]::new)));

        Collections.shuffle(members, new Random(seed));

        assertThat(names(redact(members.toArray(Member[]::new)))).isEqualTo(usual);
    }

    @Test
    void theSameStrongSecretIsOneParameterAndACommonWordNever() {
        RedactedStack redacted = redact(
                addon("a", "auth: {password: " + STRONG + ", rootPassword: changeme}\n"),
                addon("b", "auth: {password: " + STRONG + ", rootPassword: changeme}\n"));

        Map<MemberRef, List<String>> names = names(redacted);
        List<String> a = names.get(MemberRef.addon("a"));
        List<String> b = names.get(MemberRef.addon("b"));
        assertThat(a.get(0)).isEqualTo(b.get(0));
        assertThat(a.get(1)).isNotEqualTo(b.get(1));
        assertThat(redacted.parameters()).hasSize(3);
    }

    @Test
    void whereEqualSecretsDivergeLaterTheFirstPlaceKeepsTheName() {
        Member first = addon("a", "auth: {password: " + STRONG + "}\n");
        RedactedStack before = redact(first, addon("b", "auth: {password: " + STRONG + "}\n"));
        RedactionContext context = RedactionContext.builder()
                .addAllEarlier(before.redactions())
                .previous(before.spec())
                .build();

        RedactedStack after = new Redactor(Knowledge.builtIn(), Limits.defaults())
                .redact(
                        RedactorTest.stack(first, addon("b", "auth: {password: pQ9zRt52VbNmLw31}\n")),
                        List.of(),
                        context);

        String name = names(before).get(MemberRef.addon("a")).get(0);
        assertThat(names(after).get(MemberRef.addon("a"))).containsExactly(name);
        assertThat(names(after).get(MemberRef.addon("b"))).doesNotContain(name);
    }

    @Test
    void collisionsAreLengthenedThenTellTheirPlaceByAHash() {
        RedactedStack redacted = redact(
                addon("a", "users: [{password: Xw28KdPq71Zm}, {password: Tz55NhJk92Ws}]\n"),
                addon("b", "auth: {password: Lm40VcXz83Qr}\n"),
                addon("c", "auth: {password: Rt66BnMk17Yp}\n"));

        assertThat(names(redacted).get(MemberRef.addon("b"))).containsExactly("b_auth_password");
        assertThat(names(redacted).get(MemberRef.addon("c"))).containsExactly("c_auth_password");
        assertThat(names(redacted).get(MemberRef.addon("a")))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("users_password(_[0-9a-f]{8})?"));
    }

    @Test
    void elementsOfAListAreNamedByTheirKeyAndNeverByTheirNumber() {
        String reader = "{name: reader, password: Xw28KdPq71Zm}";
        String writer = "{name: writer, password: Tz55NhJk92Ws}";
        List<String> before = names(redact(addon("a", "users: [" + reader + ", " + writer + "]\n")))
                .get(MemberRef.addon("a"));
        List<String> after = names(redact(
                        addon("a", "users: [{name: x, password: Qw12AsZx78Df}, " + reader + ", " + writer + "]\n")))
                .get(MemberRef.addon("a"));

        assertThat(after.subList(1, 3)).isEqualTo(before);
        assertThat(before).allSatisfy(name -> assertThat(name).doesNotContainPattern("_[01](_|$)"));
    }

    @Test
    void titleAndDescriptionSayWhereItStands() {
        Parameter parameter =
                redact(secret("db", "password: Xw28KdPq71Zm")).parameters().get(0);

        assertThat(parameter.required()).isTrue();
        assertThat(parameter.title()).contains("Db password");
        assertThat(parameter.description()).contains("Stands in manifest/db, Secret db at /stringData/password.");
    }

    private static Member secret(String name, String data) {
        return manifest(
                name, "kind: Secret\napiVersion: v1\nmetadata: {name: " + name + "}\nstringData: {" + data + "}\n");
    }

    private static Map<MemberRef, List<String>> names(RedactedStack redacted) {
        Map<MemberRef, List<String>> names = new TreeMap<>();
        for (Member member : redacted.spec().members()) {
            List<String> own = new ArrayList<>();
            Matcher token = TOKEN.matcher(member.text().orElse(""));
            while (token.find()) {
                own.add(token.group(1));
            }
            names.put(member.ref(), own);
        }
        return names;
    }
}
