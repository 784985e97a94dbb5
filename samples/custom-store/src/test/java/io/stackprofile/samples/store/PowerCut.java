package io.stackprofile.samples.store;

import java.io.IOException;

/** The disk does not answer any more. */
final class PowerCut extends IOException {

    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("the power is off");
    }
}
