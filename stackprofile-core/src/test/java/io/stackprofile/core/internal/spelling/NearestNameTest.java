package io.stackprofile.core.internal.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("domain", "replicas", "grafana_admin_password", "tier");

    @ParameterizedTest
    @CsvSource({
        "domian,domain",
        "Domain,domain",
        "replica,replicas",
        "grafana_admn_pasword,grafana_admin_password",
        "teir,tier"
    })
    void aSlipFindsWhatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "hostname", "grafana", "storage_class"})
    void somethingElseFindsNothing(String written) {
        assertThat(NearestName.of(written, KNOWN)).isEmpty();
    }

    @Test
    void theFirstOfEquallyNearNamesWins() {
        assertThat(NearestName.of("port", List.of("porta", "ports"))).contains("porta");
    }
}
