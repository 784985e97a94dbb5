package io.stackprofile.core.internal.redact.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prefix and what was drawn at random behind it. */
class VendorTokensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zqx_K9dLw3RtYb7NcVf2HgJm5PsXa8QeZu4T",
                "acme.Vy9kT7wPq2mZx9LbVc4.Qm3xV7bL2pAbC8dEf",
                "ACPAT_kT7wPq2mZx9LbVc4Qm3xV7bL2pAb",
                "shopkey_01hk3z9v7q2m4x8c6b1n5w0rty",
                "acme_1f0a9c3d5b7e2468ace013579bdf2468ace01357",
                "ident_production_3b0c1f52-9a4e-4c7d-8e21-5f6a7b8c9d0e",
                "vtx_r97vmkGitHFdbqfQmn0K0z471DUs",
                "zqx_7pk2m9x4c1v8b3n6q5w0e7r2t9y4u1i8"
            })
    void aTokenIsFoundWhateverStandsAroundIt(String token) {
        assertThat(VendorTokens.find(token)).extracting(Hit::secret).containsExactly(token);
        assertThat(VendorTokens.find("--input=" + token + "\n")).hasSize(1);
        assertThat(VendorTokens.find("a: \"" + token + "\", b")).hasSize(1);
        assertThat(VendorTokens.find(token).toString()).doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pk_K9dLw3RtYb7NcVf2HgJm5PsXa8QeZu4T",
                "client_id_K9dLw3RtYb7NcVf2HgJm5PsXa8Qe",
                "price_1MoBy5LkdIwHu7ixZhnattbhK9dLw3",
                "registry.example/acme_K9dLw3RtYb7NcVf2HgJm5PsXa8Qe:1.0",
                "app_getCurrentUserByNameAndRole2Then3More",
                "io_Http2ServerV1Beta2Config3Factory",
                "job_01hk3z9v7q2m4x8c6b1n5w0rty",
                "main.3fa9b1c2d4e5f6071829.chunk.js",
                "app-7pk2m9x4c1v8b3n6q5w0e7r2t9y4u1i8",
                "io.stackprofile.core.internal.redact.rule.VendorTokens",
                "web-6f9c8d7b5d-x2k4q-and-more-words",
                "commit_1f0a9c3d5b7e2468ace013579bdf2468ace01357",
                "sha256_1f0a9c3d5b7e2468ace013579bdf2468ace01357",
                "user_01hk3z9v7q2m4x8c6b1n5w0rty",
                "639817247228-abc3dhxuxxr3jrv1lhlrghp7n348zfw.apps.example.com"
            })
    void namesIdentifiersAndChecksumsStay(String text) {
        assertThat(VendorTokens.find(text)).isEmpty();
    }
}
