package io.stackprofile.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.Digest;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.it.load.Operation.Kind;
import io.stackprofile.it.load.Tape.Write;
import io.stackprofile.spi.store.DraftRecord;
import io.stackprofile.spi.store.InstantiationRecord;
import io.stackprofile.spi.store.ProfileRecord;
import io.stackprofile.spi.store.StackProfileStore;
import io.stackprofile.spi.store.SuggestionRecord;
import io.stackprofile.testkit.InMemoryStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker of the crash and soak suites finds what stores may do wrong, and finds nothing where nothing is. */
class CheckerTest {

    private static final int OPERATIONS = 400;
    private static final Tape TAPE = new Tape();
    private static final List<Consumer<Journal>> HEARD = new ArrayList<>();
    private static final Reference REFERENCE = new Reference();

    private final Journal journal = new Journal();

    /** Hears what one thread does, to tell a journal for each test. */
    private record Ear() implements Report {

        @Override
        public void begin(Operation operation) {
            HEARD.add(journal -> journal.begin(operation));
        }

        @Override
        public void acknowledged(Operation operation, Changes changes) {
            HEARD.add(journal -> journal.acknowledged(operation, changes));
        }

        @Override
        public void failed(Operation operation, ErrorCode code) {
            throw new AssertionError(operation + " failed with " + code);
        }
    }

    @BeforeAll
    static void work() {
        Actors actors = new Actors(TAPE.recorded());
        Shared shared = new Shared("shared", OPERATIONS * 2L, 7);
        new Worker(
                        new Performer(actors),
                        "t0",
                        1,
                        7,
                        new Ear(),
                        new ArrayDeque<>(),
                        shared,
                        () -> HEARD.size() < 2 * OPERATIONS)
                .run();
    }

    private void hear() {
        HEARD.forEach(event -> event.accept(journal));
        assertThat(journal.acknowledged()).containsOnlyKeys(Kind.values());
    }

    /** The last write of a name whose subject is there still, so that it shows. */
    private Write last(String name) {
        return TAPE.writes().stream()
                .filter(write -> write.name().equals(name)
                        && subject(write).map(this::isThere).orElse(true))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** The fact that a write is about; texts are about the profile that is created next. */
    private static Optional<String> subject(Write write) {
        Object argument = write.arguments()[write.arguments().length - 1];
        if (write.name().equals("contents.putAll")) {
            Write next =
                    TAPE.writes().get(Math.min(write.number() + 1, TAPE.writes().size() - 1));
            return Optional.of(
                    next.name().equals("profiles.create") ? subject(next).orElseThrow() : "no profile");
        } else if (write.name().equals("profiles.create")) {
            return Optional.of(((ProfileRecord) write.arguments()[1]).name());
        } else if (argument instanceof DraftRecord draft) {
            return Optional.of("draft " + draft.organisation() + "/" + draft.id());
        } else if (argument instanceof InstantiationRecord instance) {
            return Optional.of("instance " + instance.id());
        } else if (argument instanceof SuggestionRecord suggestion) {
            return Optional.of("suggestion " + suggestion.id());
        }
        return Optional.empty();
    }

    private boolean isThere(String subject) {
        return journal.lives().stream()
                .anyMatch(life -> life.fact(subject).isPresent() || life.name.equals(subject) && life.isUnderWay());
    }

    private List<String> check(StackProfileStore store) {
        return new Checker(new Actors(store), REFERENCE, journal).check(journal.lives());
    }

    private List<String> checkWithout(Predicate<Write> lost) {
        return check(TAPE.played(lost.negate()));
    }

    @Test
    void aStoreThatKeptEverythingHasNothingWrong() {
        hear();
        assertThat(checkWithout(write -> false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50})
    void writesThatWereAcknowledgedBeforeTheyWereKeptAreMissed(int lost) {
        hear();
        int kept = TAPE.writes().size() - lost;
        assertThat(checkWithout(write -> write.number() >= kept)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiles.create",
                "profiles.append",
                "profiles.update",
                "profiles.deprecate",
                "profiles.delete",
                "contents.putAll",
                "drafts.create",
                "drafts.update",
                "drafts.delete",
                "drafts.deleteUnchanged",
                "suggestions.create",
                "suggestions.update",
                "instantiations.create",
                "instantiations.update",
                "instantiations.delete"
            })
    void oneLostWriteIsMissed(String name) {
        hear();
        int lost = last(name).number();
        assertThat(checkWithout(write -> write.number() == lost)).isNotEmpty();
    }

    @Test
    void aTextThatWasCutIsMissed() {
        hear();
        Write put = last("contents.putAll");
        StackProfileStore store = TAPE.played(write -> write.number() != put.number());
        Map<Digest, String> cut = new LinkedHashMap<>();
        contents(put.arguments()[1]).forEach((digest, text) -> cut.put(digest, text.substring(1)));
        put.play(store, put.arguments()[0], cut, put.arguments()[2]);

        assertThat(check(store)).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<Digest, String> contents(Object argument) {
        return (Map<Digest, String>) argument;
    }

    @ParameterizedTest
    @ValueSource(strings = {"outdatedCount", "instanceCount"})
    void aCountThatIsNotARecountIsMissed(String count) {
        hear();
        StackProfileStore miscounting = TAPE.over(TAPE.played(write -> true), (call, target) -> {
            Object answer = call.method().invoke(target, call.arguments());
            return call.method().getName().equals(count) ? (Long) answer + 1 : answer;
        });

        assertThat(check(miscounting)).isNotEmpty().allMatch(problem -> problem.contains("counted as"));
    }

    /** Begins a second version of a life that is known, and hears no answer. */
    private Operation beginSecondVersion(StackProfileStore store, boolean done) {
        Actors actors = new Actors(store);
        Performer performer = new Performer(actors);
        Life life = new Life("life");
        Operation first = Operation.of(1, Kind.CAPTURE, life.name, "mark", "one", "source", "source");
        Operation second = Operation.of(2, Kind.CAPTURE_VERSION, life.name, "mark", "two", "source", "source");
        journal.begin(first);
        Changes changes = performer.perform(first, life);
        life.apply(first, changes);
        journal.acknowledged(first, changes);
        journal.begin(second);
        if (done) {
            performer.perform(second, life);
        }
        return second;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasBegunMayBeThereOrNotAndIsThereOnceWhenItIsMadeAgain(boolean done) {
        StackProfileStore store = new InMemoryStore();
        beginSecondVersion(store, done);
        Checker checker = new Checker(new Actors(store), REFERENCE, journal);

        assertThat(checker.check(journal.lives())).isEmpty();

        assertThat(checker.outcomes())
                .isEqualTo(Map.of("no answer: " + (done ? "done" : "absent"), 1, "made again: succeeded", 1));
        assertThat(checker.check(journal.lives())).isEmpty();
    }

    @Test
    void aSecondEffectOfTheSameRequestIsFound() {
        StackProfileStore forgetful = TAPE.over(new InMemoryStore(), (call, target) -> {
            if (call.method().getName().equals("append")) {
                call.arguments()[0] = UUID.randomUUID().toString();
            }
            return call.method().invoke(target, call.arguments());
        });
        beginSecondVersion(forgetful, true);

        assertThat(check(forgetful)).anyMatch(problem -> problem.contains("acknowledged as nothing, found two"));
    }

    @Test
    void aCallThatSaysItFailedAndDidNotIsFound() {
        StackProfileStore store = new InMemoryStore();
        journal.failed(beginSecondVersion(store, true), ErrorCode.STORE_FAILED);

        assertThat(check(store))
                .singleElement()
                .asString()
                .contains("failed with STORE_FAILED and is there all the same");
    }

    @Test
    void whatNobodyDidIsFound() {
        StackProfileStore store = new InMemoryStore();
        beginSecondVersion(store, true);

        assertThat(new Checker(new Actors(store), REFERENCE, new Journal()).check(List.of()))
                .singleElement()
                .asString()
                .contains("listed [life] and not []");
    }
}
