package io.stackprofile.samples.cli;

import io.stackprofile.capture.MultiCaptureReport;
import io.stackprofile.capture.SourceCapture;
import io.stackprofile.parameter.ParameterSet;
import io.stackprofile.samples.cli.print.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes what each source of a capture has for itself. */
final class ParameterSetFiles {

    private ParameterSetFiles() {}

    /** One file a source, in their order. */
    static List<Path> write(MultiCaptureReport report, Path folder) {
        List<Path> files = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (SourceCapture source : report.sources()) {
            ParameterSet set = source.bindings();
            Path file = folder.resolve(free(plain(set.name()), taken) + ".yaml");
            TextFiles.write(file, Documents.parameterSet(set));
            files.add(file);
        }
        return files;
    }

    /** A cluster's name may be a path, or hold what no file's name does. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "source" : plain;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int next = 2; !taken.add(free); next++) {
            free = name + "-" + next;
        }
        return free;
    }
}
