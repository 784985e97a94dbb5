package io.stackprofile.samples.store;

import io.stackprofile.profile.Deprecation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A {@link Deprecation} as the journal has it, in its version. */
record DeprecationRow(
        Deprecation.Reason reason, Optional<String> note, List<String> references, Instant at, String by) {

    static DeprecationRow of(Deprecation why) {
        return new DeprecationRow(why.reason(), why.note(), why.references(), why.at(), why.by());
    }

    Deprecation record() {
        return Deprecation.builder()
                .reason(reason)
                .note(note)
                .addAllReferences(references)
                .at(at)
                .by(by)
                .build();
    }
}
