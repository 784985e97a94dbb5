package io.stackprofile.cluster.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.SecretException;
import io.stackprofile.instantiation.MemberOutcome;
import io.stackprofile.instantiation.MemberOutcome.Status;
import io.stackprofile.spi.cluster.CommitMember;
import io.stackprofile.spi.cluster.DraftDocument;
import io.stackprofile.spi.cluster.StackCommit;
import io.stackprofile.spi.cluster.StackSnapshot;
import io.stackprofile.stack.MemberRef;
import io.stackprofile.stack.StackSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommitTest {

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: database
            data:
              password: ${{ parameters.db_password | base64 }}
            stringData:
              url: "postgres://api:${{ parameters.db_password | urlencode }}@db/api"
              api.json: '{"token": ${{ parameters.api_token | json }}, "hint": "is ${{ parameters.api_token | jsontext }}"}'
            """;
    private static final String VALUES = "auth:\n  password: ${{ parameters.db_password }}\nreplicas: 2\n";

    @TempDir
    private Path folder;

    private final Map<String, String> written = new LinkedHashMap<>();

    private DirectoryCluster cluster() {
        return (DirectoryCluster) DirectoryClusters.builder()
                .add("staging", folder)
                .secretWriter((organisation, cluster, stack, name, secret) ->
                        written.put(String.join("/", organisation, cluster, stack, name), secret.revealText()))
                .build()
                .find("acme", "staging")
                .orElseThrow();
    }

    private static List<CommitMember> members() {
        return List.of(
                Commits.secret(
                        Commits.manifest("database", SECRET),
                        "/data/password",
                        "/stringData/url",
                        "/stringData/api.json",
                        "/stringData/api.json"),
                Commits.secret(
                        Commits.ownAddon("redis", "20.1.0").values(VALUES).build(), "/auth/password"));
    }

    private void assertNoPlaintext(Folders folders) {
        List<String> forms = new ArrayList<>(List.of(Commits.PLAINTEXT));
        byte[] bytes = Commits.PLAINTEXT.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(URLEncoder.encode(Commits.PLAINTEXT, StandardCharsets.UTF_8));
        forms.add("k8Jx2");
        folders.everything().forEach((path, text) -> assertThat(text).as(path).doesNotContain(forms));
    }

    @Test
    void a_git_ops_repository_refers_to_variables_and_declares_the_paths() {
        Folders staging = Samples.copy("staging", folder);
        cluster().commit(Commits.commit("shop", members()));

        assertThat(staging.text("stacks/shop/manifests/database.yaml"))
                .isEqualTo(SECRET.replace("parameters.db_password | base64", "ankra.DB_PASSWORD_BASE64")
                        .replace("parameters.db_password | urlencode", "ankra.DB_PASSWORD_URLENCODE")
                        .replace("parameters.api_token | jsontext", "ankra.API_TOKEN_JSONTEXT")
                        .replace("parameters.api_token | json", "ankra.API_TOKEN_JSON"));
        assertThat(staging.text("stacks/shop/addons/redis.values.yaml"))
                .isEqualTo(VALUES.replace("parameters.db_password", "ankra.DB_PASSWORD"));
        StackSnapshot shop = cluster().read("shop").orElseThrow();
        assertThat(shop.encryptedPaths())
                .isEqualTo(Map.of(
                        MemberRef.manifest("database"),
                        List.of("data.password", "stringData.url", "stringData.api.json"),
                        MemberRef.addon("redis"),
                        List.of("auth.password")));
        assertThat(staging.text("cluster.yaml")).endsWith("""
                          configuration:
                            from_file: stacks/shop/addons/redis.values.yaml
                            encrypted_paths:
                              - auth.password
                """);
    }

    @Test
    void the_writer_gets_each_secret_once_as_the_files_expect_it() {
        Folders staging = Samples.copy("staging", folder);
        cluster().commit(Commits.commit("shop", members()));
        assertThat(written)
                .containsExactly(
                        Map.entry(
                                "acme/staging/shop/DB_PASSWORD_BASE64",
                                Base64.getEncoder().encodeToString(Commits.PLAINTEXT.getBytes(StandardCharsets.UTF_8))),
                        Map.entry("acme/staging/shop/DB_PASSWORD_URLENCODE", "k8Jx2-vLq%229%2FZr%20%C3%A9"),
                        Map.entry("acme/staging/shop/API_TOKEN_JSON", "\"k8Jx2-vLq\\\"9/Zr é\""),
                        Map.entry("acme/staging/shop/API_TOKEN_JSONTEXT", "k8Jx2-vLq\\\"9/Zr é"),
                        Map.entry("acme/staging/shop/DB_PASSWORD", Commits.PLAINTEXT));
        assertNoPlaintext(staging);
    }

    @Test
    void a_plain_folder_keeps_the_tokens_and_the_writer_gets_each_parameter_as_it_is() {
        Folders plain = new Folders(folder);
        cluster().commit(Commits.commit("shop", members()));
        assertThat(plain.text("shop/database.yaml")).isEqualTo(SECRET);
        assertThat(plain.text("shop/redis.values.yaml")).endsWith(VALUES);
        assertThat(written)
                .containsExactly(
                        Map.entry("acme/staging/shop/db_password", Commits.PLAINTEXT),
                        Map.entry("acme/staging/shop/api_token", Commits.PLAINTEXT));
        assertNoPlaintext(plain);
    }

    @Test
    void without_a_writer_no_secret_is_resolved() {
        Folders staging = Samples.copy("staging", folder);
        StackCommit commit = StackCommit.builder()
                .organisation("acme")
                .draftId(Commits.DRAFT)
                .stack("shop")
                .addAllMembers(members())
                .secrets(parameter -> {
                    throw new AssertionError("resolved " + parameter);
                })
                .build();
        assertThat(staging.cluster().commit(commit).complete()).isTrue();
    }

    @Test
    void a_secret_that_cannot_be_resolved_leaves_the_folder_as_it_was() {
        Folders staging = Samples.copy("staging", folder);
        Map<String, String> before = staging.everything();
        StackCommit commit = StackCommit.builder()
                .organisation("acme")
                .draftId(Commits.DRAFT)
                .stack("shop")
                .addAllMembers(members())
                .secrets(parameter -> {
                    throw new SecretException(
                            ErrorCode.SECRET_UNRESOLVED, "no " + parameter, "Set it.", Location.unknown());
                })
                .build();
        SecretException refused =
                catchThrowableOfType(SecretException.class, () -> cluster().commit(commit));
        assertThat(refused.code()).isEqualTo(ErrorCode.SECRET_UNRESOLVED);
        assertThat(staging.everything()).isEqualTo(before);
    }

    @Test
    void committing_again_is_unchanged_and_paths_that_are_declared_stay() {
        Folders edge = Folders.gitOps(folder, """
                  stacks:
                    - name: shop
                      addons:
                        - name: redis
                          chart_name: redis
                          chart_version: "20.1.0"
                          repository_url: https://charts.northwind-freight.example
                          configuration:
                            values: "auth: {}"
                            encrypted_paths: # by hand
                              - auth.extra   # keep
                """);
        String before = edge.text("cluster.yaml");
        cluster().commit(Commits.commit("shop", members().subList(1, 2)));
        assertThat(edge.text("cluster.yaml"))
                .isEqualTo(before.replace(
                                "\"auth: {}\"", "\"auth:\\n  password: ${{ ankra.DB_PASSWORD }}\\nreplicas: 2\\n\"")
                        + "              - auth.password\n");
        Map<String, String> once = edge.everything();
        assertThat(cluster()
                        .commit(Commits.commit("shop", members().subList(1, 2)))
                        .members())
                .extracting(MemberOutcome::status)
                .containsExactly(Status.UNCHANGED);
        assertThat(edge.everything()).isEqualTo(once);
        assertThat(cluster().read("shop").orElseThrow().encryptedPaths().get(MemberRef.addon("redis")))
                .containsExactly("auth.extra", "auth.password");
    }

    @Test
    void a_manifest_in_base64_moves_to_a_file_since_a_reference_in_it_would_not_be_seen() {
        Folders edge = Folders.gitOps(folder, """
                  stacks:
                    - name: shop
                      manifests:
                        - name: database
                          manifest_base64: a2luZDogU2VjcmV0Cg==
                """);
        cluster().commit(Commits.commit("shop", members().subList(0, 1)));
        assertThat(edge.text("cluster.yaml"))
                .doesNotContain("manifest_base64")
                .contains("from_file: stacks/shop/manifests/database.yaml");
        assertThat(edge.text("stacks/shop/manifests/database.yaml")).contains("ankra.DB_PASSWORD_BASE64");
    }

    @Test
    void names_that_collide_are_refused() {
        Folders edge = Folders.gitOps(folder, """
                  stacks:
                    - name: shop
                      variables: {DB_PASSWORD: open}
                """);
        String before = edge.text("cluster.yaml");
        assertRefused(ErrorCode.INVALID_REQUEST, "DB_PASSWORD", members().subList(1, 2));
        String two = "a: ${{ parameters.token }}\nb: ${{ parameters.TOKEN }}\n";
        assertRefused(
                ErrorCode.INVALID_REQUEST, "TOKEN", List.of(Commits.secret(Commits.manifest("m", two), "/a", "/b")));
        assertThat(edge.text("cluster.yaml")).isEqualTo(before);
    }

    @Test
    void a_slot_beside_its_placeholder_is_refused() {
        Samples.copy("staging", folder);
        CommitMember member = Commits.secret(Commits.manifest("m", "a: ${{ parameters.token }}\n"), "/a");
        CommitMember shifted = CommitMember.builder()
                .member(member.member().withText("a:  ${{ parameters.token }}\n"))
                .addAllSecrets(member.secrets())
                .build();
        assertRefused(ErrorCode.INVALID_PLACEHOLDER, "token", List.of(shifted));
    }

    @Test
    void an_encoding_that_is_unknown_is_refused_before_anything_is_written() {
        Folders staging = Samples.copy("staging", folder);
        Map<String, String> before = staging.everything();
        CommitMember member = Commits.secret(Commits.manifest("m", "a: ${{ parameters.token | rot13 }}\n"), "/a");
        SecretException refused = catchThrowableOfType(
                SecretException.class, () -> cluster().commit(Commits.commit("shop", List.of(member))));
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_PLACEHOLDER);
        assertThat(staging.everything()).isEqualTo(before);
    }

    @Test
    void a_draft_holds_placeholders_only() {
        Folders staging = Samples.copy("staging", folder);
        StackSpec spec = StackSpec.of(
                Optional.empty(), members().stream().map(CommitMember::member).toList());
        DraftDocument draft = DraftDocument.builder()
                .id(Commits.DRAFT)
                .stack("shop")
                .spec(spec)
                .document("{}")
                .build();
        cluster().saveDraft(draft);
        cluster().commit(Commits.commit("shop", members()));
        assertThat(cluster().findDraft(Commits.DRAFT)).contains(draft);
        assertNoPlaintext(staging);
    }

    private void assertRefused(ErrorCode code, String word, List<CommitMember> members) {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> cluster().commit(Commits.commit("shop", members)));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.problem()).contains(word);
        assertThat(written).isEmpty();
    }
}
