package io.stackprofile.core.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

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
        "8.10, 8100m",
        ".5, 500m",
        "2., 2",
        "1e3, 1e3",
        "latest, latest"
    })
    void isKeptInItsCanonicalForm(String sent, String live) {
        assertThat(Quantity.canonical(sent)).isEqualTo(live);
    }

    @ParameterizedTest
    @CsvSource({"1000m, 1", "1e3, 1k", "1024Ki, 1Mi", "0.1, 100m", "-1, -1000m", "12E-1, 1200m", "1E, 1000P"})
    void isAsMuchInAnySpelling(String one, String other) {
        assertThat(Quantity.amount(one).orElseThrow())
                .isEqualByComparingTo(Quantity.amount(other).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "1 Gi", "one", "Gi", "1gi", "0x10", "true"})
    void isNothingElse(String text) {
        assertThat(Quantity.amount(text)).isEmpty();
        assertThat(Quantity.canonical(text)).isEqualTo(text);
    }

    @Test
    void standsInFieldsOfItsOwn() {
        assertThat(Quantity.standsAt("limits", "cpu")).isTrue();
        assertThat(Quantity.standsAt("emptyDir", "sizeLimit")).isTrue();
        assertThat(Quantity.standsAt("target", "value")).isTrue();
        assertThat(Quantity.standsAt("data", "cpu")).isFalse();
        assertThat(Quantity.standsAt("env", "value")).isFalse();
    }
}
