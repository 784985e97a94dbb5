package io.stackprofile.testkit.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stackprofile.error.ErrorCode;
import io.stackprofile.testkit.internal.history.Operation.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories of one number, some of which have an order that explains them. */
class LinearizerTest {

    private final Linearizer<Integer> linearizer = new Linearizer<>(0);

    private static Operation<Integer> write(int value) {
        return Move.write("write " + value, () -> "done", state -> Outcome.of(value, "done"));
    }

    private static Operation<Integer> swap(int expected, int value) {
        return Move.write(
                "swap " + expected + " for " + value,
                () -> "done",
                state -> state == expected ? Outcome.of(value, "done") : Outcome.of(state, ErrorCode.STALE_REVISION));
    }

    private static Operation<Integer> read() {
        return Move.read("read", () -> 0, state -> state);
    }

    private static Event<Integer> event(int thread, Operation<Integer> operation, Object answer, long from, long to) {
        return new Event<>(thread, operation, answer, from, to);
    }

    private static Event<Integer> unknown(int thread, Operation<Integer> operation, long from) {
        return event(thread, operation, ErrorCode.OUTCOME_UNKNOWN, from, Long.MAX_VALUE);
    }

    @Test
    void overlappingCallsMayComeInEitherOrder() {
        assertThat(linearizer.unexplained(List.of(
                        event(0, write(1), "done", 0, 5), event(1, read(), 0, 1, 2), event(1, read(), 1, 3, 4))))
                .isEmpty();
    }

    @Test
    void aReadThatGoesBackIsUnexplainedAndNothingElseIsShown() {
        List<Event<Integer>> history = List.of(
                event(0, write(1), "done", 0, 5),
                event(2, read(), 0, 1, 9),
                event(1, read(), 1, 2, 3),
                event(1, read(), 0, 4, 6),
                event(1, read(), 1, 7, 8));

        List<Event<Integer>> shortest = linearizer.unexplained(history).orElseThrow();

        assertThat(shortest)
                .extracting(Event::toString)
                .containsExactly(
                        "thread 0,   0 to   5: write 1 -> done",
                        "thread 1,   2 to   3: read -> 1",
                        "thread 1,   4 to   6: read -> 0");
    }

    @Test
    void ofTwoSwapsOnOneValueOneIsUnexplained() {
        assertThat(linearizer.unexplained(
                        List.of(event(0, swap(0, 1), "done", 0, 3), event(1, swap(0, 2), "done", 1, 2))))
                .isPresent();
        assertThat(linearizer.unexplained(List.of(
                        event(0, swap(0, 1), "done", 0, 3), event(1, swap(0, 2), ErrorCode.STALE_REVISION, 1, 2))))
                .isEmpty();
    }

    @Test
    void anUnknownWriteMayTakeEffectAtAnyLaterMomentOrNever() {
        assertThat(linearizer.unexplained(
                        List.of(unknown(0, write(1), 0), event(1, read(), 0, 1, 2), event(1, read(), 1, 3, 4))))
                .isEmpty();
        assertThat(linearizer.unexplained(List.of(unknown(0, write(1), 0), event(1, read(), 0, 1, 2))))
                .isEmpty();
        assertThat(linearizer.unexplained(
                        List.of(event(1, read(), 1, 0, 1), unknown(0, write(1), 2), event(1, read(), 1, 3, 4))))
                .isPresent();
    }

    @Test
    void aHistoryThatIsTooLongIsRefused() {
        List<Event<Integer>> history = Collections.nCopies(64, event(0, read(), 0, 0, 1));

        assertThatThrownBy(() -> linearizer.unexplained(history))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a history has at most 63 calls");
    }
}
