package io.stackprofile.test.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static final String MAPS = "/api/v1/namespaces/shop/configmaps";

    private final ApiServer server = ApiServer.start();
    private final Calls calls = new Calls(server).namespace("shop").namespace("office");

    @BeforeEach
    void fill() {
        map("shop", "a", "'app':'web','tier':'front'");
        map("shop", "b", "'app':'web','tier':'back'");
        map("shop", "c", "'app':'db'");
        map("office", "d", "'app':'web'");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void map(String namespace, String name, String labels) {
        calls.post(
                "/api/v1/namespaces/" + namespace + "/configmaps",
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name + "','labels':{" + labels + "}}}");
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        calls.get(path)
                .body()
                .at("/items")
                .values()
                .forEach(item -> names.add(item.at("/metadata/name").asString()));
        return names;
    }

    private List<String> labelled(String selector) {
        return names(MAPS + "?labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8));
    }

    @Test
    void goOverOneNamespaceOrAll() {
        Calls.Reply reply = calls.get(MAPS);

        assertThat(reply.text("/kind")).isEqualTo("ConfigMapList");
        assertThat(reply.text("/apiVersion")).isEqualTo("v1");
        assertThat(reply.text("/metadata/resourceVersion")).matches("[0-9]+");
        assertThat(reply.body().at("/items/0").has("kind")).isFalse();
        assertThat(names(MAPS)).containsExactly("a", "b", "c");
        assertThat(names("/api/v1/configmaps")).containsExactly("d", "a", "b", "c");
    }

    @Test
    void selectByLabels() {
        assertThat(labelled("app=web")).containsExactly("a", "b");
        assertThat(labelled("app==web,tier!=back")).containsExactly("a");
        assertThat(labelled("tier!=back")).containsExactly("a", "c");
        assertThat(labelled("app in (web, db),tier")).containsExactly("a", "b");
        assertThat(labelled("app notin (web)")).containsExactly("c");
        assertThat(labelled("!tier")).containsExactly("c");
        assertThat(calls.get(MAPS + "?labelSelector=" + URLEncoder.encode("a b (", StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(400);
    }

    @Test
    void selectByFields() {
        assertThat(names("/api/v1/configmaps?fieldSelector=metadata.namespace%3Doffice"))
                .containsExactly("d");
        assertThat(names(MAPS + "?fieldSelector=metadata.name%3Db")).containsExactly("b");
        assertThat(names(MAPS + "?fieldSelector=metadata.name!%3Db")).containsExactly("a", "c");
        assertThat(calls.get(MAPS + "?fieldSelector=data.x%3Db").code()).isEqualTo(400);
        calls.post(
                "/api/v1/namespaces/shop/secrets",
                "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'r'},'type':'helm.sh/release.v1'}");
        assertThat(names("/api/v1/secrets?fieldSelector=type%3Dhelm.sh/release.v1"))
                .containsExactly("r");
        assertThat(names("/api/v1/secrets?fieldSelector=type%3DOpaque")).isEmpty();
    }

    @Test
    void comeInPages() {
        Calls.Reply first = calls.get(MAPS + "?limit=2");
        Calls.Reply second = calls.get(MAPS + "?limit=2&continue=" + first.text("/metadata/continue"));

        assertThat(first.body().at("/items").size()).isEqualTo(2);
        assertThat(first.body().at("/metadata/remainingItemCount").asInt()).isEqualTo(1);
        assertThat(second.body().at("/items").size()).isEqualTo(1);
        assertThat(second.text("/items/0/metadata/name")).isEqualTo("c");
        assertThat(second.text("/metadata/continue")).isEmpty();
        assertThat(second.text("/metadata/resourceVersion")).isEqualTo(first.text("/metadata/resourceVersion"));
    }

    @Test
    void cannotBeContinuedWhenTheirBeginIsForgotten() {
        String token = calls.get(MAPS + "?limit=2").text("/metadata/continue");
        server.expireContinues();

        Calls.Reply reply = calls.get(MAPS + "?limit=2&continue=" + token);

        assertThat(reply.code()).isEqualTo(410);
        assertThat(reply.text("/reason")).isEqualTo("Expired");
    }
}
