package io.stackprofile.core.internal.capture;

/** Hears how far a capture has come, and may stop it by throwing. */
@FunctionalInterface
public interface StepListener {

    /** {@code done} of {@code total} units of {@code step}. */
    void step(String step, int done, int total);
}
