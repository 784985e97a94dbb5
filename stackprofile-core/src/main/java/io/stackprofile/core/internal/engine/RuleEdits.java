package io.stackprofile.core.internal.engine;

import io.stackprofile.draft.DraftEdit;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.InvalidContentException;
import io.stackprofile.error.Location;
import io.stackprofile.error.NotFoundException;
import io.stackprofile.parameter.ParameterRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edits of a draft's rules between parameters. */
final class RuleEdits {

    private RuleEdits() {}

    static Map<String, ParameterRule> byName(List<ParameterRule> rules) {
        Map<String, ParameterRule> byName = new LinkedHashMap<>();
        rules.forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    /** Applies an edit, if it is one of rules. */
    static void apply(Map<String, ParameterRule> rules, DraftEdit edit) {
        if (edit instanceof DraftEdit.PutRule put) {
            rules.put(put.rule().name(), put.rule());
        } else if (edit instanceof DraftEdit.RemoveRule remove) {
            if (rules.remove(remove.name()) == null) {
                throw new NotFoundException("the draft has no rule of that name", "Show the draft to see its rules.");
            }
        } else if (edit instanceof DraftEdit.ReplaceAll all) {
            rules.clear();
            all.rules().forEach(rule -> putOnce(rules, rule));
        }
    }

    private static void putOnce(Map<String, ParameterRule> rules, ParameterRule rule) {
        if (rules.put(rule.name(), rule) != null) {
            throw new InvalidContentException(
                    ErrorCode.INVALID_REQUEST,
                    "two rules are called '" + rule.name() + "'",
                    "Rename or remove one of them.",
                    Location.unknown());
        }
    }
}
