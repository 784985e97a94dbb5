package io.stackprofile.store.jdbc;

import io.stackprofile.instantiation.InstantiationStatus;
import java.nio.file.Path;
import java.util.Map;

/** A process that writes until it is killed, and prints the number of each write that was acknowledged. */
final class WritesUntilKilled {

    private WritesUntilKilled() {}

    public static void main(String[] arguments) {
        try (JdbcStore store = JdbcStore.sqlite(Path.of(arguments[0]))) {
            for (int n = 1; ; n++) {
                String text = text(n);
                store.contents().putAll("acme", Map.of(Records.digest(text), text), Records.NOON);
                store.profiles()
                        .create(
                                "key-" + n,
                                Records.profile(n, "stack-" + n).build(),
                                Records.version(1, "document " + n, text));
                store.instantiations()
                        .create(Records.instance(n, 1, InstantiationStatus.DEPLOYED)
                                .build());
                System.out.println(n);
                System.out.flush();
            }
        }
    }

    static String text(int n) {
        return "replicaCount: " + n + "\n" + "# padding\n".repeat(200);
    }
}
