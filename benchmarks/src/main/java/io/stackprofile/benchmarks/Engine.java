package io.stackprofile.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** snakeyaml-engine as everyone who is compared with uses it. */
final class Engine {

    static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

    private Engine() {}

    /** The documents of a text as plain objects. */
    static List<@Nullable Object> load(String text) {
        List<@Nullable Object> documents = new ArrayList<>();
        new Load(SETTINGS).loadAllFromString(text).forEach(documents::add);
        return documents;
    }
}
