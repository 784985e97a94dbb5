package io.stackprofile.core.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.stack.MemberRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemberTextTest {

    private static final String CANARY = "s3cr3tC4nary9X";

    @Test
    void readsEveryDocumentOfAMember() {
        assertThat(MemberText.parse(
                                MemberRef.manifest("web"),
                                Optional.empty(),
                                "kind: A\n---\nkind: B\n",
                                Limits.defaults())
                        .documents())
                .hasSize(2);
    }

    @Test
    void malformedTextNamesMemberFileAndLineAndNothingOfTheContent() {
        InvalidContentException refused = refusal("data:\n  password: " + CANARY + "\n bad: [" + CANARY);

        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED);
        assertThat(refused.location().member()).contains(MemberRef.manifest("web"));
        assertThat(refused.location().file()).contains("manifests/web.yaml");
        assertThat(refused.location().line()).isPresent();
        assertThat(refused.location().column()).isPresent();
        assertThat(refused.getMessage()).startsWith("manifests/web.yaml, manifest/web, line ");
        assertSilent(refused);
    }

    @Test
    void aDuplicateKeyIsRefusedWithoutNamingIt() {
        InvalidContentException refused = refusal("data:\n  " + CANARY + ": 1\n  " + CANARY + ": 2\n");

        assertThat(refused.code()).isEqualTo(ErrorCode.DUPLICATE_KEY);
        assertThat(refused.problem()).isEqualTo("a mapping has the same key twice; it stands first at line 2");
        assertThat(refused.location().line()).contains(3);
        assertSilent(refused);
    }

    @Test
    void aTextBeyondTheLimitIsRefused() {
        Limits tight = Limits.builder().memberSize(10).build();
        InvalidContentException refused = catchThrowableOfType(
                InvalidContentException.class,
                () -> MemberText.parse(MemberRef.addon("redis"), Optional.empty(), "password: " + CANARY, tight));

        assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertSilent(refused);
    }

    private static InvalidContentException refusal(String text) {
        return catchThrowableOfType(
                InvalidContentException.class,
                () -> MemberText.parse(
                        MemberRef.manifest("web"), Optional.of("manifests/web.yaml"), text, Limits.defaults()));
    }

    private static void assertSilent(InvalidContentException refused) {
        assertThat(refused.getCause()).isNull();
        assertThat(refused.getMessage() + refused).doesNotContain(CANARY);
    }
}
