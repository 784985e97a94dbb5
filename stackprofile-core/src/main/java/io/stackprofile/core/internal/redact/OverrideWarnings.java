package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.policy.PlaceRule;
import io.stackprofile.core.internal.redact.policy.ScanPolicy;
import io.stackprofile.core.internal.redact.scan.MemberScan;
import io.stackprofile.core.internal.redact.scan.Overruled;
import io.stackprofile.error.Finding;
import io.stackprofile.error.Location;
import io.stackprofile.error.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says which of a caller's overrides did nothing, by their numbers: what they say may be a secret. */
final class OverrideWarnings {

    private final StackScan scan;
    private final RedactionReport report;
    private final List<Finding> warnings = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    private OverrideWarnings(StackScan scan, RedactionReport report) {
        this.scan = scan;
        this.report = report;
    }

    static List<Finding> of(StackScan scan, RedactionReport report) {
        ScanPolicy policy = scan.policy();
        if (policy.silent()) {
            return List.of();
        }
        OverrideWarnings warnings = new OverrideWarnings(scan, report);
        scan.members().values().forEach(warnings::member);
        warnings.defaults();
        Stream.concat(policy.denies().stream(), policy.allows().stream())
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .filter(rule -> !warnings.used.contains(rule.number()))
                .forEach(warnings::unused);
        return List.copyOf(warnings.warnings);
    }

    private void member(MemberScan member) {
        used.addAll(member.overruled().met());
        for (Overruled.InScalar found : member.overruled().scalars()) {
            if (!found.stands()) {
                without(found.allow(), report.location(found.sighting()));
            }
        }
    }

    private void defaults() {
        used.addAll(scan.defaults().used());
        scan.defaults().allowed().forEach((name, found) -> {
            if (!found.stands()) {
                without(found.allow(), RedactionReport.parameter(name));
            }
        });
    }

    private void without(PlaceRule allow, Location location) {
        warnings.add(finding("allow-without-effect", location)
                .message("override " + allow.number() + " allows a value that no override can allow")
                .hint("A Secret's values, registry credentials, paths declared as encrypted, what another override"
                        + " denies and what is a secret elsewhere stay secret.")
                .build());
    }

    private void unused(PlaceRule rule) {
        warnings.add(finding(rule.denies() ? "deny-unused" : "allow-unused", Location.unknown())
                .message("override " + rule.number()
                        + (rule.denies() ? " denies nothing: no value stands" : " allows nothing: nothing is found")
                        + " at a place it covers")
                .hint("Check its member, kind, path and rule, or take it out.")
                .build());
    }

    private static Finding.Builder finding(String code, Location location) {
        return Finding.builder().severity(Severity.WARNING).code(code).location(location);
    }
}
