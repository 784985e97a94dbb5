package io.stackprofile.core.internal.migrate;

import io.stackprofile.core.internal.spelling.NearestName;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import io.stackprofile.parameter.BindingMigration;
import io.stackprofile.parameter.MigrationStep;
import io.stackprofile.parameter.MigrationStep.EarlierDefault;
import io.stackprofile.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where a migration does not fit the parameters that it goes from and to. */
public final class MigrationContract {

    private final Map<String, Parameter> before = new LinkedHashMap<>();
    private final Map<String, Parameter> after = new LinkedHashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> defaulted = new HashSet<>();

    private MigrationContract(List<Parameter> before, List<Parameter> after) {
        before.forEach(parameter -> this.before.putIfAbsent(parameter.name(), parameter));
        after.forEach(parameter -> this.after.putIfAbsent(parameter.name(), parameter));
    }

    /** Everything that is wrong, all of it errors, in the order of the steps. No value is repeated. */
    public static List<Finding> check(List<Parameter> before, List<Parameter> after, BindingMigration migration) {
        MigrationContract contract = new MigrationContract(before, after);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < migration.steps().size(); i++) {
            int index = i;
            contract.check(migration.steps().get(i)).forEach(flaw -> findings.add(at(index, flaw)));
        }
        return List.copyOf(findings);
    }

    private List<StepFlaw> check(MigrationStep step) {
        List<StepFlaw> flaws = new ArrayList<>();
        for (String name : step.sources()) {
            if (!before.containsKey(name)) {
                flaws.add(unknown(name, "the version before has no parameter " + name, before.keySet()));
            }
        }
        for (String name : step.targets()) {
            if (!after.containsKey(name)) {
                flaws.add(unknown(name, "the version has no parameter " + name, after.keySet()));
            } else if (!(step instanceof EarlierDefault ? defaulted : made).add(name)) {
                flaws.add(new StepFlaw(
                        "target-twice",
                        "another step gives parameter " + name + " its value",
                        "Keep one of the two steps."));
            }
        }
        return flaws.isEmpty() ? new StepTypes(before, after).check(step) : flaws;
    }

    private static StepFlaw unknown(String name, String what, Set<String> known) {
        return new StepFlaw(
                "unknown-parameter",
                what,
                NearestName.of(name, known)
                        .map(nearest -> "Did you mean " + nearest + "?")
                        .orElse("Correct the name, or leave the step out."));
    }

    private static Finding at(int index, StepFlaw flaw) {
        return Finding.builder()
                .severity(Severity.ERROR)
                .code(flaw.code())
                .location(Location.builder().path("/migration/steps/" + index).build())
                .message(flaw.message())
                .hint(flaw.hint())
                .build();
    }
}
