package io.stackprofile.it.kube;

/** On the API as the tests' own server serves it. */
class ServedKubeContractTest extends KubeContract {

    @Override
    KubeTarget target() {
        return KubeTarget.served();
    }
}
