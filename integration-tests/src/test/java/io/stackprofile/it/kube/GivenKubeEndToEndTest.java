package io.stackprofile.it.kube;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.Tag;

/** On the API server of the current kubeconfig, in namespaces of its own. */
@Tag("kube")
class GivenKubeEndToEndTest extends KubeEndToEnd {

    @Override
    KubeTarget target() {
        return new KubeTarget(new KubernetesClientBuilder().build(), () -> {});
    }
}
