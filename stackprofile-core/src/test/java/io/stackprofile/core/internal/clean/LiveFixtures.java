package io.stackprofile.core.internal.clean;

import io.stackprofile.core.internal.redact.name.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Live objects of our own, each with the YAML it is to become and the rules that make it so. */
final class LiveFixtures {

    private LiveFixtures() {}

    /** The names of all fixtures, sorted. */
    static List<String> names() {
        URL folder = Objects.requireNonNull(LiveFixtures.class.getResource("live"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }

    static String live(String name) {
        return Resources.text(LiveFixtures.class, "live/" + name + ".json");
    }

    static String expected(String name) {
        return Resources.text(LiveFixtures.class, "live/" + name + ".yaml");
    }

    /** Each removal as rule and pointer, in order. */
    static List<String> rules(String name) {
        return Resources.lines(LiveFixtures.class, "live/" + name + ".rules");
    }
}
