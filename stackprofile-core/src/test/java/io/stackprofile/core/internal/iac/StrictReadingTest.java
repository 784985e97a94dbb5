package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReadingTest {

    private static final String CANARY = "hunter2-canary";

    @Test
    void theDocumentOfTheTableIsReadableItself() {
        assertThat(ProfileDocument.read(ShopDocument.TEXT, Optional.empty(), Limits.defaults())
                        .name())
                .isEqualTo("shop");
    }

    @Test
    void anEditOfAnExportedMemberIsNoticedAndAllowedOnceTheDigestIsGone() throws IOException {
        String edited = ProfileDocumentTest.golden().replace("replicaCount: ${{", "replicaCount: 1 # ${{");

        InvalidContentException refused = ShopDocument.refusal(edited);
        String withoutDigest = edited.replaceFirst("(?m)^  digest: .*\n", "");

        assertThat(refused.problem())
                .isEqualTo("the digest is not that of the content: the file was edited by hand or damaged");
        assertThat(refused.location().line())
                .contains(1
                        + (int) edited.substring(0, edited.indexOf("  digest:"))
                                .lines()
                                .count());
        assertThat(ProfileDocument.read(withoutDigest, Optional.empty(), Limits.defaults())
                        .spec()
                        .members())
                .hasSize(3);
    }

    @Test
    void aLaterApiVersionIsRefusedBeforeAnythingElse() {
        InvalidContentException refused =
                ShopDocument.refusal(ShopDocument.edited("stackprofile.io/v1", "stackprofile.io/v2beta1\nnovel: 1"));

        assertThat(refused.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
        assertThat(refused.location().line()).contains(2);
        assertThat(refused)
                .hasMessage("shop.stackprofile.yaml, /apiVersion, line 2:13: the document has another apiVersion than"
                        + " stackprofile.io/v1, the only one that this library reads."
                        + " Use the version of the library that wrote it, or a later one.");
    }

    @Test
    void textsThatAreNotOneYamlDocumentAreRefused() {
        assertThat(ShopDocument.refusal("").problem())
                .isEqualTo("a profile is one YAML document, and the text holds none");
        assertThat(ShopDocument.refusal(ShopDocument.TEXT + "---\n" + ShopDocument.TEXT)
                        .problem())
                .isEqualTo("a profile is one YAML document, and the text holds 2");
        assertThat(ShopDocument.refusal("just a text").problem()).isEqualTo("a mapping is expected here");
        assertThat(ShopDocument.refusal(ShopDocument.edited("channel: stable", "channel: stable\n  channel: beta"))
                        .code())
                .isEqualTo(ErrorCode.DUPLICATE_KEY);
        assertThat(ShopDocument.refusal(ShopDocument.edited("[web, eu]", "[web, eu"))
                        .location()
                        .line())
                .isPresent();
    }

    @Test
    void whatIsLargerThanTheLimitsIsRefusedAtItsPlace() {
        assertThat(limited(Limits.builder().members(1).build())).isEqualTo("/spec/members");
        assertThat(limited(Limits.builder().parameters(1).build())).isEqualTo("/spec/parameters");
        assertThat(limited(Limits.builder().memberSize(12).build())).isEqualTo("/spec/members/1/content");
        assertThat(limited(Limits.builder().stackSize(27).build())).isEqualTo("/spec/members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2-canary: x",
                "name: [hunter2-canary]",
                "name: {hunter2-canary: hunter2-canary}",
                "hunter2-canary",
                "- hunter2-canary",
                "? [hunter2-canary]\n: x",
                "name: \"hunter2-canary",
                "name: *hunter2-canary",
                "name: !!int hunter2-canary",
                "hunter2-canary: 1\nhunter2-canary: 2",
                "name: hunter2-canary\nname: x",
                "name: shop\nhunter2-canary: x",
                "\t- hunter2-canary: {"
            })
    void aBrokenDocumentIsNeverQuoted(String broken) {
        for (String anchor : new String[] {"  name: shop\n", "    - name: replicas\n", "      name: redis\n"}) {
            String indent = anchor.replaceAll("\\S.*\\s", "");
            String document = ShopDocument.TEXT.replace(anchor, broken.indent(indent.length()));

            InvalidContentException refused = ShopDocument.refusal(document);

            assertThat(refused.getMessage()).doesNotContain(CANARY);
            assertThat(refused.location().toString()).doesNotContain(CANARY);
            assertThat(refused.getCause()).isNull();
            assertThat(refused.getSuppressed()).isEmpty();
        }
    }

    private static String limited(Limits limits) {
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class, () -> ProfileDocument.read(ShopDocument.TEXT, Optional.empty(), limits));
        assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        return refused.location().path().orElse("");
    }
}
