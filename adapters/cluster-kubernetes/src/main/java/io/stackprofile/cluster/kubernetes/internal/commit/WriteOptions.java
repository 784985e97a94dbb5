package io.stackprofile.cluster.kubernetes.internal.commit;

import java.time.Duration;

/**
 * How to write.
 *
 * @param fieldManager who the cluster is told applies
 * @param defaultNamespace where objects go that name no namespace, and whose member names none
 * @param readyTimeout how long definitions and namespaces may take to become usable
 * @param pause lets time pass
 */
public record WriteOptions(String fieldManager, String defaultNamespace, Duration readyTimeout, Pause pause) {

    /** What suits most: {@code stackprofile}, {@code default}, half a minute. */
    public static WriteOptions standard() {
        return new WriteOptions("stackprofile", "default", Duration.ofSeconds(30), Pause.SLEEPING);
    }
}
