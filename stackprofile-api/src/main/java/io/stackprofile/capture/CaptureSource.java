package io.stackprofile.capture;

/**
 * A running stack, as one of several that a profile is captured from.
 *
 * @param cluster the cluster, as the cluster adapter knows it
 * @param stack the stack on that cluster
 */
public record CaptureSource(String cluster, String stack) {

    @Override
    public String toString() {
        return cluster + "/" + stack;
    }
}
