package io.stackprofile.test.kubernetes;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong with the requests it applies to, and how often. Thread-safe. */
public final class Fault {

    enum Kind {
        STATUS,
        CLOSE_BEFORE,
        CLOSE_AFTER,
        MALFORMED,
        DELAY
    }

    final Kind kind;
    final int code;
    final Map<String, String> headers;
    private final Predicate<ApiRequest> condition;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger met = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Fault(Kind kind, int code, Map<String, String> headers, Predicate<ApiRequest> condition) {
        this.kind = kind;
        this.code = code;
        this.headers = headers;
        this.condition = condition;
    }

    /** An answer without any effect. */
    public static Fault status(int code, Predicate<ApiRequest> condition) {
        return new Fault(Kind.STATUS, code, Map.of(), condition);
    }

    /** Too many requests, to be tried again after some seconds. */
    public static Fault tooManyRequests(int retryAfterSeconds, Predicate<ApiRequest> condition) {
        return new Fault(Kind.STATUS, 429, Map.of("Retry-After", Integer.toString(retryAfterSeconds)), condition);
    }

    /** The connection ends with nothing done. */
    public static Fault closeBefore(Predicate<ApiRequest> condition) {
        return new Fault(Kind.CLOSE_BEFORE, 0, Map.of(), condition);
    }

    /** The connection ends with everything done: the acknowledgement is lost. */
    public static Fault closeAfter(Predicate<ApiRequest> condition) {
        return new Fault(Kind.CLOSE_AFTER, 0, Map.of(), condition);
    }

    /** Everything is done, and the answer's body is cut in half. */
    public static Fault malformed(Predicate<ApiRequest> condition) {
        return new Fault(Kind.MALFORMED, 0, Map.of(), condition);
    }

    /** Nothing is done until {@link #release}. */
    public static Fault delay(Predicate<ApiRequest> condition) {
        return new Fault(Kind.DELAY, 0, Map.of(), condition);
    }

    /** Only that many requests meet it. */
    public Fault times(int count) {
        left.set(count);
        return this;
    }

    /** How many requests have met it. */
    public int met() {
        return met.get();
    }

    /** Waits until a request is held. */
    public void awaitHeld() throws InterruptedException {
        arrived.await();
    }

    /** Lets the held requests go on, and those that come. */
    public void release() {
        released.countDown();
    }

    boolean meets(ApiRequest request) {
        if (left.get() <= 0 || !condition.test(request) || left.getAndDecrement() <= 0) {
            return false;
        }
        met.incrementAndGet();
        return true;
    }

    void hold() throws InterruptedException {
        arrived.countDown();
        released.await();
    }

    ObjectNode body() {
        String reason = switch (code) {
            case 429 -> "TooManyRequests";
            case 500 -> "InternalError";
            case 503 -> "ServiceUnavailable";
            case 504 -> "Timeout";
            default -> "";
        };
        String message = switch (code) {
            case 429 -> "Too many requests, please try again later.";
            case 503 -> "the server is currently unable to handle the request";
            default -> "Internal error occurred";
        };
        return Failure.of(code, reason, message).status;
    }
}
