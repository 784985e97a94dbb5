package io.stackprofile.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stackprofile.Limits;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.MemberRef;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariableRewriteTest {

    private static final Map<String, String> KNOWN = Map.of("BASE_DOMAIN", "base_domain", "LOG_LEVEL", "log_level");

    @Test
    void variablesBecomePlaceholdersWhereTheyStand() {
        Member member = manifest("""
                # served at ${{ ankra.BASE_DOMAIN }}
                data:
                  LOG_LEVEL: ${{ankra.LOG_LEVEL}}
                  hosts: ["www.${{ ankra.BASE_DOMAIN }}", '${{ ankra.BASE_DOMAIN }}'] # ${{ ankra.BASE_DOMAIN }}
                  settings.json: |
                    # ${{ ankra.BASE_DOMAIN }} is no comment here
                    {"issuer": "https://login.${{ ankra.BASE_DOMAIN }}/"}
                """);

        VariableRewrite rewritten = rewrite(member);

        assertThat(rewritten.member().text()).contains("""
                        # served at ${{ ankra.BASE_DOMAIN }}
                        data:
                          LOG_LEVEL: ${{parameters.log_level}}
                          hosts: ["www.${{ parameters.base_domain }}", '${{ parameters.base_domain }}'] # ${{ ankra.BASE_DOMAIN }}
                          settings.json: |
                            # ${{ parameters.base_domain }} is no comment here
                            {"issuer": "https://login.${{ parameters.base_domain }}/"}
                        """);
        assertThat(rewritten.added()).isEmpty();
    }

    @Test
    void variablesOfTheClusterGetParametersOfTheirOwn() {
        VariableRewrite rewritten = rewrite(manifest("""
                region: ${{ ankra.REGION }}
                zone: ${{ ankra.REGION }}-${{ ankra.zone-id }}
                disk: ${{ ankra.9LIVES }}
                clash: ${{ ankra.log.level }}
                other: ${{ ankra.log_level }}
                """));

        assertThat(rewritten.member().text()).contains("""
                        region: ${{ parameters.REGION }}
                        zone: ${{ parameters.REGION }}-${{ parameters.zone_id }}
                        disk: ${{ parameters.v9LIVES }}
                        clash: ${{ parameters.log_level_2 }}
                        other: ${{ parameters.log_level_3 }}
                        """);
        assertThat(rewritten.added())
                .containsExactly(
                        entry("REGION", "REGION"),
                        entry("zone-id", "zone_id"),
                        entry("9LIVES", "v9LIVES"),
                        entry("log.level", "log_level_2"),
                        entry("log_level", "log_level_3"));
    }

    @Test
    void otherTokensAreLeftAlone() {
        Member member = manifest("run: echo ${{ secrets.ankra.X }} $${{ ankra.BASE_DOMAIN }} ${{ ankra.X | upper }}\n");

        assertThat(rewrite(member).member()).isSameAs(member);
    }

    @Test
    void theSameMemberComesBackWhenItHasNoVariables() {
        Member member = manifest("data: {not: [yaml\n");

        assertThat(rewrite(member)).isEqualTo(new VariableRewrite(member, Map.of()));
    }

    private static VariableRewrite rewrite(Member member) {
        return Placeholders.variables(member, Optional.empty(), KNOWN, Limits.defaults());
    }

    private static Manifest manifest(String content) {
        return Manifest.builder()
                .name(MemberRef.manifest("apps/settings").name())
                .content(content)
                .build();
    }
}
