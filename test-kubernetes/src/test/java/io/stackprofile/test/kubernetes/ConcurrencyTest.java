package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ConcurrencyTest {

    private static final String MAP = "/api/v1/namespaces/shop/configmaps/counter";

    @Test
    void losesNoWriteThatWasAcknowledged() {
        try (ApiServer server = ApiServer.start()) {
            Calls calls = new Calls(server).namespace("shop");
            calls.post(
                    "/api/v1/namespaces/shop/configmaps",
                    "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'counter'},'data':{'n':'0'}}");

            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                running.add(CompletableFuture.runAsync(() -> count(calls, 15)));
            }
            running.forEach(CompletableFuture::join);

            assertThat(calls.get(MAP).text("/data/n")).isEqualTo("90");
        }
    }

    private static void count(Calls calls, int times) {
        int done = 0;
        while (done < times) {
            ObjectNode map = (ObjectNode) calls.get(MAP).body();
            int next = Integer.parseInt(map.at("/data/n").asString()) + 1;
            ((ObjectNode) map.get("data")).put("n", Integer.toString(next));
            int code = calls.put(MAP, map.toString()).code();
            assertThat(code).isIn(200, 409);
            done += code == 200 ? 1 : 0;
        }
    }
}
