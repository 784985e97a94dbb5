package io.stackprofile.core.internal.parameterise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stackprofile.core.internal.redact.Corpora;
import io.stackprofile.core.internal.template.Placeholders;
import io.stackprofile.stack.Manifest;
import io.stackprofile.stack.Member;
import io.stackprofile.stack.StackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stack of real manifests and Helm values from the corpus; tests of it are skipped where the corpus is absent. */
public final class CorpusStack {

    private CorpusStack() {}

    /** The stack M, unpacked into {@code folder}. */
    public static StackSpec medium(Path folder) throws IOException, InterruptedException {
        Path archive = Corpora.file("stacks-M.tar.gz");
        assumeThat(archive).exists();
        int exit = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        List<Member> members = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                members.add(Manifest.builder()
                        .name(folder.relativize(file).toString())
                        .content(Placeholders.escape(Files.readString(file)))
                        .build());
            }
        }
        return StackSpec.of(Optional.empty(), members);
    }
}
