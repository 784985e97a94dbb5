package io.stackprofile.it.kube;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.stackprofile.test.kubernetes.ApiServer;

/** On the API as the tests' own server serves it. */
class ServedKubeEndToEndTest extends KubeEndToEnd {

    @Override
    KubeTarget target() {
        ApiServer server = ApiServer.start();
        return new KubeTarget(
                new KubernetesClientBuilder()
                        .withConfig(new ConfigBuilder()
                                .withMasterUrl(server.url())
                                .withOauthToken(server.adminToken())
                                .withAutoConfigure(false)
                                .build())
                        .build(),
                server::close);
    }
}
