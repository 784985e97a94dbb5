package io.stackprofile.core.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.Digest;
import io.stackprofile.core.internal.tree.AnyRule;
import io.stackprofile.core.internal.tree.AnyVersion;
import io.stackprofile.core.internal.tree.PlatformStack;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.parameter.ParameterRule;
import io.stackprofile.parameter.ParameterType;
import io.stackprofile.parameter.ParameterValue;
import io.stackprofile.stack.Addon;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VersionDigestTest {

    /** Worked out by hand from the canonical JSON that the class describes. */
    @Test
    void theDigestsOfKnownContentNeverChange() {
        assertThat(ContentDigest.of(""))
                .isEqualTo(Digest.of("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(digest(StackSpec.of(Optional.empty(), List.of()), List.of()))
                .isEqualTo(Digest.of("sha256:1434bbcceed05a8ba95ff35d9b6fa517b57b17edbd501d46cdd460dde2837a6c"));
        assertThat(digest(PlatformStack.spec(), PlatformStack.parameters()))
                .isEqualTo(Digest.of("sha256:eaf3b4537eda247121b36b5a1a57615c366b9b2eb29e9a6e71080ebcf748ee0d"));
    }

    @Property(tries = 300)
    void theOrderOfMembersAndParentsIsNotContent(
            @ForAll("specs") StackSpec spec, @ForAll("parameters") List<Parameter> parameters, @ForAll Random random) {
        List<Member> members = new ArrayList<>(spec.members());
        members.replaceAll(member -> member.withParents(shuffled(member.parents(), random)));

        StackSpec shuffled = StackSpec.of(spec.description(), shuffled(members, random));

        assertThat(digest(shuffled, parameters)).isEqualTo(digest(spec, parameters));
    }

    @Property(tries = 300)
    void twoVersionsShareADigestOnlyWhenTheyAreEqual(
            @ForAll("specs") StackSpec left,
            @ForAll("specs") StackSpec right,
            @ForAll("parameters") List<Parameter> parameters) {
        Assume.that(!normalised(left).equals(normalised(right)));

        assertThat(digest(left, parameters)).isNotEqualTo(digest(right, parameters));
    }

    @Property(tries = 300)
    void theOrderOfParametersIsContent(@ForAll("parameters") List<Parameter> parameters) {
        Assume.that(parameters.size() > 1);
        List<Parameter> reversed = new ArrayList<>(parameters);
        Collections.reverse(reversed);

        assertThat(digest(PlatformStack.spec(), reversed)).isNotEqualTo(digest(PlatformStack.spec(), parameters));
    }

    @Property(tries = 300)
    void theOrderOfRulesIsNotContentAndEveryRuleIs(@ForAll("rules") List<ParameterRule> rules) {
        List<ParameterRule> reversed = new ArrayList<>(rules);
        Collections.reverse(reversed);
        Digest all = VersionDigest.of(PlatformStack.spec(), PlatformStack.parameters(), rules);

        assertThat(VersionDigest.of(PlatformStack.spec(), PlatformStack.parameters(), reversed))
                .isEqualTo(all);
        for (ParameterRule rule : rules) {
            List<ParameterRule> fewer = new ArrayList<>(rules);
            fewer.remove(rule);
            assertThat(VersionDigest.of(PlatformStack.spec(), PlatformStack.parameters(), fewer))
                    .isNotEqualTo(all);
        }
    }

    @Test
    void everyFieldOfAMemberCounts() {
        Addon base = PlatformStack.grafana();
        List<Member> variants = List.of(
                base,
                base.withoutValues(),
                base.withText(""),
                base.withText(base.values().orElseThrow() + "# a comment\n"),
                base.withParents(List.of()),
                base.withParents(List.of(MemberRef.addon("namespaces"), MemberRef.addon("ingress-nginx"))),
                addon("grafana", "grafana", "8.5", Optional.empty(), Optional.of("charts"), Optional.empty()),
                addon("grafana", "grafana", "8.5", Optional.empty(), Optional.of("charts"), Optional.of("")),
                addon("grafana", "grafana", "8.5", Optional.of("charts"), Optional.empty(), Optional.of("")),
                addon("grafana", "grafana-agent", "8.5", Optional.of("charts"), Optional.empty(), Optional.of("")),
                addon("grafana", "grafana", "8.50", Optional.of("charts"), Optional.empty(), Optional.of("")),
                addon("grafana-eu", "grafana", "8.5", Optional.of("charts"), Optional.empty(), Optional.of("")),
                Manifest.builder().name("grafana").content("").build(),
                Manifest.builder()
                        .name("grafana")
                        .namespace("observability")
                        .content("")
                        .build());

        assertThat(digests(variants)).hasSameSizeAs(variants);
    }

    @Test
    void everyFieldOfAParameterCounts() {
        List<Parameter> variants = List.of(
                parameter(ParameterType.STRING).build(),
                parameter(ParameterType.STRING).title("Size").build(),
                parameter(ParameterType.STRING).description("Size").build(),
                parameter(ParameterType.STRING).group("Size").build(),
                parameter(ParameterType.STRING).required(true).build(),
                parameter(ParameterType.STRING).pattern("^[0-9]+$").build(),
                parameter(ParameterType.NUMBER).build(),
                parameter(ParameterType.ENUM)
                        .addEnumValue("S")
                        .addEnumValue("L")
                        .build(),
                parameter(ParameterType.ENUM)
                        .addEnumValue("L")
                        .addEnumValue("S")
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of("3"))
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of(3))
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of("true"))
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of(true))
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of(true).spelled("yes"))
                        .build(),
                parameter(ParameterType.STRING)
                        .defaultValue(ParameterValue.of(""))
                        .build());

        Set<Digest> digests = new LinkedHashSet<>();
        variants.forEach(variant -> digests.add(digest(PlatformStack.spec(), List.of(variant))));

        assertThat(digests).hasSameSizeAs(variants);
    }

    @Test
    void theDescriptionCountsAndAnAbsentOneIsNotAnEmptyOne() {
        Set<Digest> digests = new LinkedHashSet<>();
        List<Optional<String>> descriptions = List.of(Optional.empty(), Optional.of(""), Optional.of("Edge"));
        descriptions.forEach(text -> digests.add(digest(StackSpec.of(text, List.of()), List.of())));

        assertThat(digests).hasSameSizeAs(descriptions);
    }

    @Test
    void halfOfASurrogatePairIsRefusedAndNotReplaced() {
        assertThatThrownBy(() -> ContentDigest.of("canary-value \uD83D"))
                .isInstanceOf(InvalidContentException.class)
                .hasMessage("a text holds half of a surrogate pair, which no encoding can carry."
                        + " Replace the broken character.");
        assertThatThrownBy(() -> ContentDigest.of("\uDE80\uD83D")).isInstanceOf(InvalidContentException.class);
        assertThat(ContentDigest.of("\uD83D\uDE80")).isNotEqualTo(ContentDigest.of("??"));
    }

    private static Digest digest(StackSpec spec, List<Parameter> parameters) {
        return VersionDigest.of(spec, parameters, List.of());
    }

    private static StackSpec normalised(StackSpec spec) {
        return StackSpec.of(
                spec.description(),
                spec.members().stream()
                        .sorted(Comparator.comparing(Member::ref))
                        .map(member -> member.withParents(
                                member.parents().stream().distinct().sorted().toList()))
                        .toList());
    }

    private static Set<Digest> digests(List<Member> variants) {
        Set<Digest> digests = new LinkedHashSet<>();
        variants.forEach(member -> digests.add(digest(StackSpec.of(Optional.empty(), List.of(member)), List.of())));
        return digests;
    }

    private static Parameter.Builder parameter(ParameterType type) {
        return Parameter.builder().name("size").type(type);
    }

    private static Addon addon(
            String name,
            String chart,
            String version,
            Optional<String> url,
            Optional<String> registry,
            Optional<String> namespace) {
        return Addon.builder()
                .name(name)
                .chartName(chart)
                .chartVersion(version)
                .repositoryUrl(url)
                .registryName(registry)
                .namespace(namespace)
                .build();
    }

    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Provide
    Arbitrary<List<ParameterRule>> rules() {
        return AnyRule.rules();
    }

    @Provide
    Arbitrary<StackSpec> specs() {
        return AnyVersion.spec();
    }

    @Provide
    Arbitrary<List<Parameter>> parameters() {
        return AnyVersion.parameters();
    }
}
