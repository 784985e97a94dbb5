package io.stackprofile.it.kube;

/** On the API as the tests' own server serves it. */
class ServedKubeEndToEndTest extends KubeEndToEnd {

    @Override
    KubeTarget target() {
        return KubeTarget.served();
    }
}
