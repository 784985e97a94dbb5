package io.stackprofile.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stackprofile.samples.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A stack that plans berths, in folders of plain manifests, and the commands about it. */
final class Quay {

    static final String PASSWORD = "tidal-Gantry-57-mooring";

    final Path work;
    final Shell shell;

    Quay(Path work) throws IOException {
        this.work = work;
        this.shell = new Shell(work.resolve("profiles.db"));
        stack("prod", "quay.northwind.example", 2);
        Files.createDirectories(work.resolve("staging"));
    }

    /** Puts the stack onto a cluster of this name. */
    void stack(String cluster, String host, int replicas) throws IOException {
        Path folder = Files.createDirectories(work.resolve(cluster).resolve("quay"));
        Files.writeString(folder.resolve("settings.yaml"), """
                # What the planner reads at its start.
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: planner
                  namespace: quay
                data:
                  mode: steady
                  host: %s
                """.formatted(host));
        Files.writeString(folder.resolve("credentials.yaml"), """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: planner-db
                  namespace: quay
                stringData:
                  password: %s
                """.formatted(PASSWORD));
        Files.writeString(folder.resolve("planner.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: planner
                  namespace: quay
                spec:
                  replicas: %d   # one a shift
                  selector:
                    matchLabels: {app: planner}
                  template:
                    metadata:
                      labels: {app: planner}
                    spec:
                      containers:
                        - name: planner
                          image: ghcr.io/northwind-freight/planner:1.4.0
                """.formatted(replicas));
        Files.writeString(folder.resolve("exporter.yaml"), """
                apiVersion: v1
                kind: Service
                metadata:
                  name: exporter
                  namespace: quay
                spec:
                  selector: {app: planner}
                  ports:
                    - name: metrics
                      port: 9100
                """);
    }

    Result run(String line) {
        return shell.run(Stream.of(line.strip().split(" +")).toList());
    }

    JsonNode json(String line) {
        return run(line + " -o json").done().json();
    }

    void captured() {
        run("capture --name quay --cluster " + cluster("prod") + " --stack quay")
                .done();
    }

    String cluster(String name) {
        return "dir:" + work.resolve(name);
    }

    /** The options that name a place for every secret. */
    String secrets() {
        List<String> options = new ArrayList<>();
        for (JsonNode parameter : json("version show quay 1").path("parameters")) {
            if (parameter.path("type").asString().equals("secret")) {
                options.add("--secret " + parameter.path("name").asString() + "=env:QUAY_PASSWORD");
            }
        }
        assertThat(options).isNotEmpty();
        return String.join(" ", options);
    }

    JsonNode instantiated(String cluster, String... options) {
        return json("instantiate quay --cluster " + cluster(cluster) + " " + secrets() + " --stack quay "
                + String.join(" ", options));
    }

    /** The id of a new instance that is deployed. */
    String deployed(String cluster) {
        JsonNode draft = instantiated(cluster);
        run("commit " + draft.path("id").asString()).done();
        return draft.path("instantiation_id").asString();
    }

    Path file(String cluster, String name) {
        return work.resolve(cluster).resolve("quay").resolve(name);
    }

    String text(String cluster, String name) throws IOException {
        return Files.readString(file(cluster, name));
    }

    /** Edits a file as a person does. */
    void edit(String cluster, String name, String from, String to) throws IOException {
        String text = text(cluster, name);
        assertThat(text).contains(from);
        Files.writeString(file(cluster, name), text.replace(from, to));
    }

    /** Nothing that was printed or stored holds the password; the stacks that it was planted in are not searched. */
    void assertNoSecret(String... clusters) throws Exception {
        Canaries canaries = Canaries.of(List.<String[]>of(new String[] {"prod", "credentials", "password", PASSWORD}));
        canaries.assertAbsentFrom("the transcript", shell.transcript());
        canaries.assertAbsentFromRows(work.resolve("profiles.db"));
        for (String cluster : clusters) {
            canaries.assertAbsentFromFiles(work.resolve(cluster));
        }
    }
}
