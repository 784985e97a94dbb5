package io.stackprofile.samples.cli;

import io.stackprofile.capture.RedactionMode;
import io.stackprofile.capture.RedactionOverride;
import io.stackprofile.capture.RedactionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How secrets are told. */
final class RedactionOptions {

    /** What the options offer: the mode that only reports has a command of its own. */
    enum Mode {
        BALANCED,
        STRICT
    }

    @Option(
            names = "--redaction",
            paramLabel = "MODE",
            description = "balanced, or strict to take out unknown values that look generated, too.")
    private Optional<Mode> mode = Optional.empty();

    @Option(
            names = "--allow",
            paramLabel = "[MEMBER#]PATH=REASON",
            description = "Leave what is found at these places and say why: 'addon/grafana#/adminPassword=A demo.'"
                    + " * is any text within one key, ** any keys. May be repeated.")
    private List<String> allow = new ArrayList<>();

    @Option(
            names = "--deny",
            paramLabel = "[MEMBER#]PATH=REASON",
            description = "Take out what stands at these places, whatever it is. May be repeated.")
    private List<String> deny = new ArrayList<>();

    @Option(
            names = "--secret-name",
            paramLabel = "NAME",
            description = "A name whose values are secrets. May be repeated.")
    private List<String> secretNames = new ArrayList<>();

    @Option(
            names = "--harmless-name",
            paramLabel = "NAME",
            description = "A name whose values are no secrets. May be repeated.")
    private List<String> harmlessNames = new ArrayList<>();

    /** The policy; empty when no option was given. */
    Optional<RedactionPolicy> policy() {
        boolean none =
                mode.isEmpty() && allow.isEmpty() && deny.isEmpty() && secretNames.isEmpty() && harmlessNames.isEmpty();
        if (none) {
            return Optional.empty();
        }
        RedactionPolicy.Builder policy = RedactionPolicy.builder()
                .mode(mode.equals(Optional.of(Mode.STRICT)) ? RedactionMode.STRICT : RedactionMode.BALANCED)
                .addAllSecretNames(secretNames)
                .addAllHarmlessNames(harmlessNames);
        allow.forEach(text -> policy.addOverride(override("--allow", text, RedactionOverride.Effect.ALLOW)));
        deny.forEach(text -> policy.addOverride(override("--deny", text, RedactionOverride.Effect.DENY)));
        return Optional.of(policy.build());
    }

    /** The text is never repeated: a secret may stand anywhere in it. */
    private static RedactionOverride override(String option, String text, RedactionOverride.Effect effect) {
        int equals = text.indexOf('=');
        String where = equals < 0 ? text : text.substring(0, equals);
        String reason = equals < 0 ? "" : text.substring(equals + 1);
        int hash = where.indexOf('#');
        try {
            return RedactionOverride.builder()
                    .effect(effect)
                    .member(hash < 0 ? Optional.empty() : Optional.of(where.substring(0, hash)))
                    .path(where.substring(hash + 1))
                    .reason(reason)
                    .build();
        } catch (IllegalArgumentException refused) {
            throw new UsageException(
                    option + " cannot be used: " + refused.getMessage(),
                    "Write " + option + " '[MEMBER#]PATH=REASON', such as 'addon/grafana#/adminPassword=A demo.'");
        }
    }
}
