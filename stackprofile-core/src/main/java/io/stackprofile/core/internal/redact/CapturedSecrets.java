package io.stackprofile.core.internal.redact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The plaintexts that became parameters, by the parameters' names; in memory for one call. Says how many, never what. */
public final class CapturedSecrets {

    private final Map<String, String> values;

    CapturedSecrets(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** Shows each parameter's name and plaintext. */
    public void forEach(BiConsumer<String, String> sink) {
        values.forEach(sink);
    }

    @Override
    public String toString() {
        return "CapturedSecrets[" + values.size() + "]";
    }
}
