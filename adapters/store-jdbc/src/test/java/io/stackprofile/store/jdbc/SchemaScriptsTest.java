package io.stackprofile.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A script that stores were made with never changes: one that was made before would lack the change. When a script is
 * published, its hash is added here, and it stays.
 */
class SchemaScriptsTest {

    private static Map<String, String> hashes(Schema schema) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String script : schema.scripts()) {
            hashes.put(script, Records.digest(schema.read(script)).text());
        }
        return hashes;
    }

    @Test
    void sqlites() {
        assertThat(hashes(Schema.SQLITE))
                .containsEntry(
                        "V1__profiles_contents_drafts_instances.sql",
                        "sha256:f0e52db543bffc6a4af20acfd99d0d595671d1f6aaee8fa54b1157b2d7c1b185")
                .containsEntry(
                        "V2__sharing_deprecation_history.sql",
                        "sha256:58bff621a495e7fc0c9f2e06eddeea9080d6c6ffdfebcb823540dfcae4e421d0")
                .containsEntry(
                        "V3__suggestions.sql",
                        "sha256:1ca1abaf6ea4d887d56500b463eeab9bf506c102206192c2f8a230f8dcfaeea4")
                .containsEntry(
                        "V4__versions_share_what_they_have.sql",
                        "sha256:a94ec08a6a15f31a031a1adb372e2ed9835aeb24ab938b817f73fb1ba5f049f3")
                .hasSize(4);
    }

    @Test
    void postgresqls() {
        assertThat(hashes(Schema.POSTGRESQL))
                .containsEntry(
                        "V1__profiles_contents_drafts_instances.sql",
                        "sha256:96152a45500002d8f9b8afaf5e18648fbe4cf230aa4344538a08edb416a04e4e")
                .hasSize(1);
    }

    /** Migration tools split a script at its semicolons, each in its own way. */
    @Test
    void postgresqls_have_semicolons_only_behind_statements() {
        for (String script : Schema.POSTGRESQL.scripts()) {
            assertThat(Schema.POSTGRESQL.read(script).lines())
                    .as(script)
                    .allMatch(line -> !line.contains(";") || line.indexOf(';') == line.length() - 1);
        }
    }
}
