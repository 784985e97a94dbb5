package io.stackprofile.it.load;

import io.stackprofile.it.load.Operation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses what a thread does next to a life that is its own, or that it shares with others. One for each thread. */
final class Chooser {

    private static final int OFTEN = 3;
    private static final int RARELY_POSSIBLE = 8;
    private static final int DRAFTS = 3;

    private final Random random;
    private final String thread;
    private final List<Operation> choices = new ArrayList<>();
    private long next;

    /**
     * Chooses by chance.
     *
     * @param thread what no other thread of this or any other process on the store is called
     * @param first the first operation's number; the others follow
     */
    Chooser(String thread, long first, long seed) {
        this.thread = thread;
        this.next = first;
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** How a life of this thread begins. */
    Operation birth() {
        next++;
        return Operation.of(
                next, Kind.CAPTURE, "life-" + thread + "-" + next, "mark", mark(), "source", "source-" + thread);
    }

    /** What is done next to a life of this thread alone. */
    Operation next(Life life) {
        begin();
        versions(life);
        metadata(life);
        drafts(life);
        instances(life);
        suggestions(life);
        return choice();
    }

    /** What is done next to a life that others change too; of it this thread sees only what it made itself. */
    Operation nextShared(Life life) {
        begin();
        versions(life);
        instances(life);
        return choice();
    }

    Operation death(Life life) {
        begin();
        choose(1, life, Kind.DELETE, "revision", revision(life));
        return choice();
    }

    private void begin() {
        next++;
        choices.clear();
    }

    private Operation choice() {
        return choices.get(random.nextInt(choices.size()));
    }

    private String mark() {
        return thread + "-" + next;
    }

    private void choose(int weight, Life life, Kind kind, String... arguments) {
        Operation operation = Operation.of(next, kind, life.name, arguments);
        Stream.generate(() -> operation).limit(weight).forEach(choices::add);
    }

    private static String revision(Life life) {
        return String.valueOf(life.all("history").stream()
                .mapToInt(kind -> Integer.parseInt(life.fact("history " + kind).orElseThrow()))
                .sum());
    }

    private void versions(Life life) {
        choose(OFTEN, life, Kind.CAPTURE_VERSION, "mark", mark(), "source", "source-" + thread);
    }

    private void metadata(Life life) {
        choose(2, life, Kind.DESCRIBE, "mark", mark(), "revision", revision(life));
        usable(life)
                .filter(version -> !life.fact("pinned").equals(Optional.of(String.valueOf(version))))
                .limit(2)
                .forEach(version ->
                        choose(1, life, Kind.PIN, "version", String.valueOf(version), "revision", revision(life)));
        usable(life)
                .filter(version -> version != life.current())
                .limit(1)
                .forEach(version -> choose(
                        1, life, Kind.DEPRECATE, "version", String.valueOf(version), "revision", revision(life)));
        if (life.fact("shared").isEmpty()) {
            choose(1, life, Kind.SHARE, "revision", revision(life));
        }
    }

    private static IntStream usable(Life life) {
        return life.versions().filter(version -> !life.isDeprecated(version));
    }

    private void drafts(Life life) {
        List<String> all = life.all("draft");
        for (String organisation :
                life.fact("shared").isPresent() ? List.of(Actors.OWNER, Actors.GUEST) : List.of(Actors.OWNER)) {
            if (all.stream().filter(draft -> draft.startsWith(organisation)).count() < DRAFTS) {
                choose(2, life, Kind.DRAFT, "organisation", organisation);
            }
        }
        all.forEach(draft -> draft(life, draft));
    }

    private void draft(Life life, String draft) {
        List<String> fields = life.fields("draft " + draft);
        List<String> name = Arrays.asList(draft.split("/"));
        String[] arguments = {"organisation", name.get(0), "draft", name.get(1), "revision", fields.get(0)};
        String[] marked =
                Stream.concat(Stream.of(arguments), Stream.of("mark", mark())).toArray(String[]::new);
        choose(2, life, Kind.EDIT, marked);
        choose(1, life, Kind.ABANDON, arguments);
        if (fields.get(1).equals(String.valueOf(life.latest()))) {
            boolean own = name.get(0).equals(Actors.OWNER);
            choose(own ? OFTEN : RARELY_POSSIBLE, life, own ? Kind.PUBLISH : Kind.SUBMIT, arguments);
        }
    }

    private void instances(Life life) {
        usable(life)
                .skip(Math.max(0, usable(life).count() - 2))
                .forEach(version -> choose(
                        1,
                        life,
                        Kind.INSTANTIATE,
                        "version",
                        String.valueOf(version),
                        "stack",
                        "stack-" + thread + "-" + next));
        List<String> waiting = life.all("instance").stream()
                .map(id -> life.fields("instance " + id))
                .filter(fields -> !fields.get(3).equals("DEPLOYED"))
                .map(fields -> fields.get(1) + fields.get(3))
                .toList();
        life.all("instance").forEach(instance -> instance(life, instance, waiting));
    }

    private void instance(Life life, String instance, List<String> waiting) {
        List<String> fields = life.fields("instance " + instance);
        String[] arguments = {"instance", instance, "draft", fields.get(0)};
        if (fields.get(3).equals("DRAFTED")) {
            choose(OFTEN, life, Kind.COMMIT, arguments);
            choose(1, life, Kind.DISCARD, arguments);
        } else if (fields.get(3).equals("COMMITTING")) {
            choose(OFTEN, life, Kind.COMMIT, arguments);
        } else if (fields.get(3).equals("DEPLOYED")
                && !waiting.contains(fields.get(1) + "DRAFTED")
                && !waiting.contains(fields.get(1) + "COMMITTING")
                && life.fact("version " + life.current()).isPresent()) {
            choose(
                    2,
                    life,
                    Kind.UPGRADE,
                    "instance",
                    instance,
                    "stack",
                    fields.get(1),
                    "version",
                    String.valueOf(life.current()));
        }
    }

    private void suggestions(Life life) {
        for (String suggestion : life.all("suggestion")) {
            List<String> fields = life.fields("suggestion " + suggestion);
            boolean fresh = fields.size() > 1 && fields.get(1).equals(String.valueOf(life.latest()));
            if (fields.get(0).equals("SUBMITTED")) {
                choose(1, life, Kind.REJECT, "suggestion", suggestion);
                choose(1, life, Kind.WITHDRAW, "suggestion", suggestion);
            }
            if (fresh) {
                choose(RARELY_POSSIBLE, life, Kind.APPROVE, "suggestion", suggestion);
            }
        }
    }
}
