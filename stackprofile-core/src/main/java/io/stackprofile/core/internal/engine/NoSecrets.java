package io.stackprofile.core.internal.engine;

import io.stackprofile.core.internal.redact.sweep.SecretLedger;
import io.stackprofile.core.internal.redact.sweep.Sweep;

/** The sweep where no plaintext is in hand: content that was redacted before it was stored. */
final class NoSecrets {

    static final Sweep SWEEP = Sweep.of(SecretLedger.empty());

    private NoSecrets() {}
}
