package io.stackprofile.test.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Between HTTP and the router: the log of requests, faults, and the lock. */
final class Exchanges implements HttpHandler {

    private final Router router;
    private final Object lock;
    final List<ApiRequest> requests = new CopyOnWriteArrayList<>();
    final List<Fault> faults = new CopyOnWriteArrayList<>();

    Exchanges(Router router, Object lock) {
        this.router = router;
        this.lock = lock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ApiRequest request = ApiRequest.of(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            requests.add(request);
            respond(exchange, request, fault(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault fault(ApiRequest request) {
        return faults.stream().filter(fault -> fault.meets(request)).findFirst().orElse(null);
    }

    private void respond(HttpExchange exchange, ApiRequest request, @Nullable Fault fault)
            throws IOException, InterruptedException {
        Fault.Kind kind = fault == null ? null : fault.kind;
        if (fault != null && kind == Fault.Kind.STATUS) {
            send(exchange, new Answer(fault.code, fault.body(), List.of(), fault.headers), false);
            return;
        }
        if (kind == Fault.Kind.CLOSE_BEFORE) {
            return;
        }
        if (fault != null && kind == Fault.Kind.DELAY) {
            fault.hold();
        }
        Answer answer = answer(request);
        if (kind != Fault.Kind.CLOSE_AFTER) {
            send(exchange, answer, kind == Fault.Kind.MALFORMED);
        }
    }

    private Answer answer(ApiRequest request) {
        synchronized (lock) {
            try {
                return router.answer(request);
            } catch (RuntimeException e) {
                // A defect of this server: a test that meets it shall see where.
                return Answer.of(Failure.internal("defect of the test server: " + e + " at "
                        + (e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0])));
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer, boolean cut) throws IOException {
        byte[] bytes = Json.write(answer.body());
        byte[] sent = cut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue());
        }
        for (String warning : answer.warnings()) {
            exchange.getResponseHeaders()
                    .add("Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        }
        exchange.sendResponseHeaders(answer.code(), sent.length);
        exchange.getResponseBody().write(sent);
    }
}
