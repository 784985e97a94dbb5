package io.stackprofile.it.kube;

/** On the API as the tests' own server serves it. */
class ServedKubeAddonsTest extends KubeAddons {

    @Override
    KubeTarget target() {
        return KubeTarget.served();
    }
}
