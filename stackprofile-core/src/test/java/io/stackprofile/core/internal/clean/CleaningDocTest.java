package io.stackprofile.core.internal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page lists the rules as they are. */
class CleaningDocTest {

    @Test
    void thePageListsEveryRuleWithTheReasonThatReportsGive() {
        Map<String, String> rules = new LinkedHashMap<>(FieldRules.reasons());
        for (LiveRule rule : LiveRule.values()) {
            rules.put(rule.id(), rule.reason());
        }

        assertThat(CleaningDoc.rules()).containsExactlyEntriesOf(rules);
    }
}
