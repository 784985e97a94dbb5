package io.stackprofile.it.load;

import io.stackprofile.it.load.Operation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How far an operation came whose end nobody heard of, told by what changed. Its stages are written one after the other,
 * each entirely or not at all.
 */
final class Effects {

    /**
     * What is found.
     *
     * @param reached how many stages are there
     * @param stages of how many
     * @param stored whether the profile's history must tell of it
     * @param torn what is there in part, or before what comes before it; empty when nothing is
     */
    record Outcome(int reached, int stages, boolean stored, String torn) {

        boolean isDone() {
            return reached == stages;
        }

        boolean isAbsent() {
            return reached == 0;
        }
    }

    private record Expected(Pattern fact, Optional<Pattern> value) {

        boolean fits(Map.Entry<String, Optional<String>> change) {
            return fact.matcher(change.getKey()).matches()
                    && change.getValue().isPresent() == value.isPresent()
                    && (value.isEmpty()
                            || value.get().matcher(change.getValue().get()).matches());
        }
    }

    private final List<List<Expected>> stages = new ArrayList<>();
    private final Operation operation;

    private Effects(Operation operation) {
        this.operation = operation;
    }

    /** Whether a fact of a profile goes when the profile is deleted. */
    static boolean goesWithItsProfile(String fact) {
        return !fact.equals("id")
                && !fact.startsWith("history ")
                && !fact.startsWith("draft ")
                && !fact.startsWith("instance ");
    }

    /** The instances that a deployment on the same stack takes the place of. */
    static List<String> replacedBy(String deployed, Life life) {
        String stack = life.fields(deployed).get(1);
        return life.all("instance").stream()
                .map(id -> "instance " + id)
                .filter(fact -> !fact.equals(deployed)
                        && life.fields(fact).get(1).equals(stack)
                        && life.fields(fact).get(3).equals("DEPLOYED"))
                .toList();
    }

    /** The value of an instance with another status. */
    static String withStatus(List<String> instance, String status) {
        return String.join(" ", instance.get(0), instance.get(1), instance.get(2), status, instance.get(4));
    }

    /** Finds the operation's effect on a life among the changes, and takes it away from them. */
    static Outcome take(Operation operation, Life before, Changes changes) {
        Effects effects = new Effects(operation);
        effects.describe(before);
        return effects.take(changes);
    }

    private Outcome take(Changes changes) {
        Set<String> taken = new HashSet<>();
        int reached = 0;
        String torn = "";
        for (int stage = 0; stage < stages.size(); stage++) {
            int found = found(stages.get(stage), changes, taken);
            if (found == stages.get(stage).size() && reached == stage) {
                reached++;
            } else if (found > 0) {
                torn = "stage " + (stage + 1) + " of " + operation.kind() + " is there with " + found + " of "
                        + stages.get(stage).size() + " facts, after " + reached + " whole stages";
            }
        }
        taken.forEach(changes.facts()::remove);
        int told = operation.kind() == Kind.APPROVE ? 2 : 1;
        boolean stored = operation.kind().history().isPresent() && reached >= told;
        return new Outcome(reached, stages.size(), stored, torn);
    }

    private static int found(List<Expected> stage, Changes changes, Set<String> taken) {
        int found = 0;
        for (Expected expected : stage) {
            Optional<String> fact = changes.facts().entrySet().stream()
                    .filter(expected::fits)
                    .map(Map.Entry::getKey)
                    .findFirst();
            fact.ifPresent(taken::add);
            found += fact.isPresent() ? 1 : 0;
        }
        return found;
    }

    private void describe(Life life) {
        switch (operation.kind()) {
            case CAPTURE -> stage(expected("id", ".*"), expected("version 1", quoted("mark")));
            case CAPTURE_VERSION -> stage(expected("version \\d+", quoted("mark")));
            case DESCRIBE -> stage(expected("description", quoted("mark")));
            case PIN -> stage(expected("pinned", quoted("version")));
            case DEPRECATE -> stage(expected("deprecated " + operation.argument("version"), "OTHER"));
            case SHARE -> stage(expected("shared", Actors.GUEST));
            case DELETE -> delete(life);
            case DRAFT, EDIT, ABANDON, PUBLISH -> draft(life);
            case INSTANTIATE, UPGRADE, COMMIT, DISCARD -> instance(life);
            case SUBMIT, APPROVE, REJECT, WITHDRAW -> suggestion(life);
        }
    }

    private void delete(Life life) {
        List<Expected> stage = new ArrayList<>();
        stage.add(expected("deleted", "yes"));
        life.facts().keySet().stream().filter(Effects::goesWithItsProfile).forEach(fact -> stage.add(gone(fact)));
        stages.add(stage);
    }

    private void draft(Life life) {
        if (operation.kind() == Kind.DRAFT) {
            String value = "1 " + life.latest() + " "
                    + Pattern.quote(life.fact("version " + life.current()).orElseThrow());
            stage(expected("draft " + operation.argument("organisation") + "/.*", value));
            return;
        }
        String fact = "draft " + operation.arguments().getOrDefault("organisation", Actors.OWNER) + "/"
                + operation.argument("draft");
        List<String> fields = life.fields(fact);
        switch (operation.kind()) {
            case EDIT -> {
                String content = Content.edited(fields.get(2), operation.argument("mark"));
                long revision = Long.parseLong(operation.argument("revision")) + 1;
                stage(expected(fact, Pattern.quote(revision + " " + fields.get(1) + " " + content)));
            }
            case PUBLISH -> {
                stage(expected("version \\d+", Pattern.quote(fields.get(2))));
                stage(gone(fact));
            }
            default -> stage(gone(fact));
        }
    }

    private void instance(Life life) {
        switch (operation.kind()) {
            case COMMIT -> {
                String fact = "instance " + operation.argument("instance");
                List<String> fields = life.fields(fact);
                String deployed = Pattern.quote(withStatus(fields, "DEPLOYED"));
                stage(expected(fact, Pattern.quote(withStatus(fields, "COMMITTING")) + "|" + deployed));
                stage(expected(fact, deployed));
                replacedBy(fact, life)
                        .forEach(earlier -> stage(
                                expected(earlier, Pattern.quote(withStatus(life.fields(earlier), "SUPERSEDED")))));
            }
            case DISCARD -> stage(gone("instance " + operation.argument("instance")));
            default -> {
                String version = operation.argument("version");
                String content = life.fact("version " + version).orElse("unknown");
                stage(expected(
                        "instance .*",
                        "\\S+ " + Pattern.quote(operation.argument("stack") + " " + version + " DRAFTED " + content)));
            }
        }
    }

    private void suggestion(Life life) {
        if (operation.kind() == Kind.SUBMIT) {
            List<String> draft = life.fields("draft " + Actors.GUEST + "/" + operation.argument("draft"));
            stage(expected("suggestion .*", Pattern.quote("SUBMITTED " + draft.get(1) + " " + draft.get(2))));
            return;
        }
        String fact = "suggestion " + operation.argument("suggestion");
        List<String> fields = life.fields(fact);
        switch (operation.kind()) {
            case APPROVE -> {
                String content = fields.get(2);
                stage(expected(fact, Pattern.quote("APPROVING " + fields.get(1) + " " + content) + "|APPROVED"));
                stage(expected("version \\d+", Pattern.quote(content)));
                stage(expected(fact, "APPROVED"));
            }
            case REJECT -> stage(expected(fact, "REJECTED"));
            default -> stage(expected(fact, "WITHDRAWN"));
        }
    }

    private void stage(Expected... facts) {
        stages.add(List.of(facts));
    }

    private static Expected expected(String fact, String value) {
        return new Expected(Pattern.compile(fact), Optional.of(Pattern.compile(value)));
    }

    private static Expected gone(String fact) {
        return new Expected(Pattern.compile(Pattern.quote(fact)), Optional.empty());
    }

    private String quoted(String argument) {
        return Pattern.quote(operation.argument(argument));
    }
}
