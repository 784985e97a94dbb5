package io.stackprofile.it.kube;

import org.junit.jupiter.api.Tag;

/** On the API server of the current kubeconfig, in namespaces of its own. */
@Tag("kube")
class GivenKubeAddonsTest extends KubeAddons {

    @Override
    KubeTarget target() {
        return KubeTarget.given();
    }
}
