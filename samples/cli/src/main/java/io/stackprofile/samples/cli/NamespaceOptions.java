package io.stackprofile.samples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which namespaces stand for which. */
final class NamespaceOptions {

    @Option(
            names = "--namespace",
            paramLabel = "FROM=TO",
            description = "What the version has in FROM is in TO on the target. May be repeated.")
    private List<String> namespaces = new ArrayList<>();

    Map<String, String> namespaces() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String text : namespaces) {
            int equals = text.indexOf('=');
            if (equals < 1 || names.putIfAbsent(text.substring(0, equals), text.substring(equals + 1)) != null) {
                throw new UsageException(
                        "--namespace does not say which namespace goes where, or says it twice",
                        "Write --namespace FROM=TO, once for each FROM.");
            }
        }
        return names;
    }
}
