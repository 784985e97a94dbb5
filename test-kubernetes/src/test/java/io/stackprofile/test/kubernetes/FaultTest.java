package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";
    private static final String MAP = "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'}}";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop");

    @AfterEach
    void stop() {
        server.close();
    }

    private static boolean creates(ApiRequest request) {
        return request.method().equals("POST");
    }

    @Test
    void answersWithAStatusAsOftenAsAsked() {
        Fault fault = server.inject(Fault.tooManyRequests(2, FaultTest::creates).times(1));

        Calls.Reply first = calls.post(MAPS, MAP);

        assertThat(first.code()).isEqualTo(429);
        assertThat(first.headers().get("retry-after")).containsExactly("2");
        assertThat(first.text("/reason")).isEqualTo("TooManyRequests");
        assertThat(calls.post(MAPS, MAP).code()).isEqualTo(201);
        assertThat(fault.met()).isEqualTo(1);
    }

    @Test
    void losesTheRequestOrTheAnswer() {
        server.inject(Fault.closeBefore(FaultTest::creates));
        assertThatThrownBy(() -> calls.post(MAPS, MAP)).isInstanceOf(UncheckedIOException.class);
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(404);
        server.mend();

        server.inject(Fault.closeAfter(FaultTest::creates));
        assertThatThrownBy(() -> calls.post(MAPS, MAP)).isInstanceOf(UncheckedIOException.class);
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(200);
    }

    @Test
    void cutsTheAnswer() {
        server.inject(Fault.malformed(FaultTest::creates));

        assertThatThrownBy(() -> calls.post(MAPS, MAP)).isInstanceOf(JacksonException.class);
        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(200);
    }

    @Test
    void holdsARequestUntilItIsReleased() throws Exception {
        Fault fault = server.inject(Fault.delay(FaultTest::creates));
        CompletableFuture<Calls.Reply> held = CompletableFuture.supplyAsync(() -> calls.post(MAPS, MAP));
        fault.awaitHeld();

        assertThat(calls.get(MAPS + "/settings").code()).isEqualTo(404);
        fault.release();

        assertThat(held.get().code()).isEqualTo(201);
    }

    @Test
    void remembersRequests() {
        server.forgetRequests();
        calls.apply(MAPS + "/settings?dryRun=All", "team", Calls.quoted(MAP));

        assertThat(server.requests()).hasSize(1);
        ApiRequest request = server.requests().get(0);
        assertThat(request.isApply()).isTrue();
        assertThat(request.isDryRun()).isTrue();
        assertThat(request.parameter("fieldManager")).isEqualTo("team");
        assertThat(request.header("Authorization")).isEqualTo("Bearer " + server.adminToken());
        assertThat(request.body()).isEqualTo(Calls.quoted(MAP));
        assertThat(request.toString()).doesNotContain("Bearer", "ConfigMap");
    }
}
