package io.stackprofile.it;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test whose every method runs over every store. */
@ParameterizedClass
@EnumSource(StoreKind.class)
abstract class OverEachStore {

    @Parameter
    StoreKind kind = StoreKind.MEMORY;

    @TempDir
    Path folder = Path.of("");

    World world = new World(StoreKind.MEMORY.open(folder));

    @BeforeEach
    void open() {
        world = new World(kind.open(folder));
    }

    @AfterEach
    void close() {
        world.close();
    }
}
