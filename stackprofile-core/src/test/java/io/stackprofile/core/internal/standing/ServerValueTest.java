package io.stackprofile.core.internal.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.core.internal.tree.TokenTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerValueTest {

    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "0.5, 500m",
        "1024Mi, 1Gi",
        "1.5Gi, 1536Mi",
        "2, 2",
        "0, 0",
        "250m, 250m",
        "1000k, 1M",
        "8.10, 8100m"
    })
    void aQuantityIsKeptInItsCanonicalForm(String sent, String live) {
        assertThat(ServerValue.same(sent, live)).isTrue();
    }

    @Test
    void aVersionThatLooksLikeAQuantityIsNotTheSameAsAnother() {
        assertThat(ServerValue.same("8.10", "8.1")).isFalse();
        assertThat(ServerValue.same("1.0", "1.1")).isFalse();
        assertThat(ServerValue.same("latest", "Latest")).isFalse();
    }

    @Test
    void whatIsEmptyMayBeLeftOutAndNothingElseMay() {
        for (Object empty : List.of("", false, 0L, Map.of(), List.of())) {
            assertThat(ServerValue.same(empty, TokenTree.ABSENT)).isTrue();
        }
        assertThat(ServerValue.same("x", TokenTree.ABSENT)).isFalse();
        assertThat(ServerValue.same(true, TokenTree.ABSENT)).isFalse();
    }

    @Test
    void numbersAreTheSameByTheirWorth() {
        assertThat(ServerValue.same(2L, 2.0)).isTrue();
        assertThat(ServerValue.same(2L, 3L)).isFalse();
    }
}
