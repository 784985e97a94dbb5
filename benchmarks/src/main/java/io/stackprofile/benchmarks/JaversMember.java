package io.stackprofile.benchmarks;

import org.javers.core.metamodel.annotation.Entity;
import org.javers.core.metamodel.annotation.Id;

/** A member as JaVers compares it. It reads fields, and knows no records' components. */
@Entity
final class JaversMember {

    @Id
    private final String name;

    private final String text;

    JaversMember(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }
}
