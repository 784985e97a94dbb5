package io.stackprofile.it.load;

import io.stackprofile.ProfileId;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.StackProfileException;
import io.stackprofile.it.load.Effects.Outcome;
import io.stackprofile.it.load.Journal.Open;
import io.stackprofile.profile.ProfileQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares a store with the journal of what was done to it: every acknowledged operation is there as it was acknowledged,
 * every other one entirely, up to the end of a stage, or not at all, and can be made again to one effect.
 */
public final class Checker {

    private static final Set<ErrorCode> DONE_ALREADY =
            Set.of(ErrorCode.NOT_FOUND, ErrorCode.STALE_REVISION, ErrorCode.WRONG_STATE);

    private final Actors actors;
    private final Reference reference;
    private final Journal journal;
    private final Performer performer;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    public Checker(Actors actors, Reference reference, Journal journal) {
        this.actors = actors;
        this.reference = reference;
        this.journal = journal;
        this.performer = new Performer(actors);
    }

    /** How the operations of unknown outcome turned out. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** Checks some lives, and that there is nothing but all lives; what is wrong. */
    public List<String> check(Collection<Life> some) {
        problems.clear();
        DraftLists drafts = DraftLists.read(actors);
        some.forEach(life -> check(life, drafts));
        requireNothingElse(drafts);
        return List.copyOf(problems);
    }

    private void requireNothingElse(DraftLists drafts) {
        List<Life> all = journal.lives();
        Set<String> expected =
                all.stream().filter(Life::isUnderWay).map(Life::name).collect(Collectors.toSet());
        Set<String> listed = new HashSet<>();
        Reading.pages(page -> actors.owner().profiles().list(ProfileQuery.all(), page))
                .forEach(profile -> listed.add(profile.name()));
        if (!listed.equals(expected)) {
            complain("profiles", "listed " + listed + " and not " + expected);
        }
        long count = actors.owner().profiles().count(ProfileQuery.all());
        if (count != listed.size()) {
            complain("profiles", "counted as " + count + " and not " + listed.size());
        }
        Set<ProfileId> known = all.stream().flatMap(life -> life.id().stream()).collect(Collectors.toSet());
        drafts.profiles().stream()
                .filter(profile -> !known.contains(profile))
                .forEach(profile -> complain("drafts", "there is one of profile " + profile + ", which never was"));
    }

    private void check(Life life, DraftLists drafts) {
        List<Open> open = journal.openIn(life);
        Reading before = read(life, drafts);
        Map<Open, Outcome> outcomes = outcomes(life, open, before);
        outcomes.forEach((one, outcome) -> judge(life, one, outcome));
        if (open.stream().anyMatch(one -> one.operation().kind().isRepeatable())) {
            Map<Open, ErrorCode> refusals = repeat(life, open, outcomes);
            Reading after = read(life, DraftLists.read(actors));
            outcomes(life, open, after).forEach((one, outcome) -> judgeRepeated(life, one, outcome, refusals));
            life.replace(after.facts());
        } else {
            life.replace(before.facts());
        }
        journal.settled(open);
    }

    private Reading read(Life life, DraftLists drafts) {
        Reading reading = Reading.of(actors, reference, life, drafts);
        reading.problems().forEach(problem -> complain(life.name, problem));
        return reading;
    }

    /** Explains every change since the last acknowledgement by the operations that were under way. */
    private Map<Open, Outcome> outcomes(Life life, List<Open> open, Reading reading) {
        Changes changes = Changes.between(withoutHistory(life.facts()), withoutHistory(reading.facts()));
        Map<Open, Outcome> outcomes = new HashMap<>();
        Map<String, Integer> history = counts(life.facts());
        for (Open one : open) {
            Outcome outcome = Effects.take(one.operation(), life, changes);
            outcomes.put(one, outcome);
            if (outcome.stored()) {
                history.merge("history " + one.operation().kind().history().orElseThrow(), 1, Integer::sum);
            }
        }
        changes.facts()
                .forEach((fact, now) -> complain(
                        life.name,
                        fact + ": acknowledged " + life.fact(fact).orElse("as nothing") + ", found "
                                + now.orElse("nothing") + under(open)));
        if (!history.equals(counts(reading.facts()))) {
            complain(life.name, "history is " + counts(reading.facts()) + " and not " + history + under(open));
        }
        return outcomes;
    }

    private static String under(List<Open> open) {
        return open.isEmpty()
                ? ""
                : open.stream()
                        .map(one -> one.operation()
                                + one.failure().map(code -> " " + code).orElse(""))
                        .collect(Collectors.joining("; ", " (under way: ", ")"));
    }

    private static Map<String, String> withoutHistory(Map<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getKey().startsWith("history "))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> counts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getKey().startsWith("history "))
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> Integer.valueOf(fact.getValue())));
    }

    private void judge(Life life, Open one, Outcome outcome) {
        String found = outcome.isDone() ? "done" : outcome.isAbsent() ? "absent" : "begun";
        String how = one.failure().map(Enum::name).orElse("no answer");
        outcomes.merge(how + ": " + found, 1, Integer::sum);
        if (!outcome.torn().isEmpty()) {
            complain(life.name, outcome.torn() + ": " + one.operation());
        }
        if (one.isRefusal() && outcome.isDone()) {
            complain(life.name, "failed with " + how + " and is there all the same: " + one.operation());
        }
    }

    private Map<Open, ErrorCode> repeat(Life life, List<Open> open, Map<Open, Outcome> found) {
        Map<Open, ErrorCode> refusals = new HashMap<>();
        for (Open one : open) {
            if (one.operation().kind().isRepeatable()) {
                try {
                    performer.perform(one.operation(), life);
                } catch (StackProfileException refusal) {
                    refusals.put(one, refusal.code());
                    if (found.get(one).isAbsent() || !DONE_ALREADY.contains(refusal.code())) {
                        complain(life.name, "refused when made again: " + one.operation() + ": " + refusal);
                    }
                }
            }
        }
        return refusals;
    }

    private void judgeRepeated(Life life, Open one, Outcome outcome, Map<Open, ErrorCode> refusals) {
        boolean repeated = one.operation().kind().isRepeatable();
        if (repeated) {
            outcomes.merge("made again: " + (refusals.containsKey(one) ? "was done" : "succeeded"), 1, Integer::sum);
        }
        if (!outcome.torn().isEmpty() || repeated && !outcome.isDone()) {
            complain(life.name, "made again and not whole, " + outcome + ": " + one.operation());
        }
    }

    private void complain(String where, String what) {
        problems.add(where + ": " + what);
    }
}
