package io.stackprofile.cluster.kubernetes.internal.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stackprofile.cluster.kubernetes.internal.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Writes release records as Helm 3 does: JSON, gzip, base64, as a Secret or a ConfigMap. */
public final class ReleaseRecords {

    private ReleaseRecords() {}

    /** The release object that Helm serialises. */
    public static ObjectNode release(String namespace, String name, int revision, String status, String config) {
        ObjectNode release = Json.object().put("name", name);
        release.putObject("info")
                .put("first_deployed", "2026-05-04T09:12:31.771+02:00")
                .put("last_deployed", "2026-05-04T09:12:31.771+02:00")
                .put("deleted", "")
                .put("description", "Install complete")
                .put("status", status);
        ObjectNode chart = release.putObject("chart");
        chart.putObject("metadata")
                .put("name", "valkey")
                .put("home", "https://valkey.io")
                .put("version", "0.7." + revision)
                .put("apiVersion", "v2")
                .put("appVersion", "8.1.0");
        chart.putNull("lock");
        chart.putArray("templates")
                .addObject()
                .put("name", "templates/service.yaml")
                .put("data", Base64.getEncoder().encodeToString("kind: Service".getBytes(StandardCharsets.UTF_8)));
        chart.putObject("values").put("architecture", "standalone");
        chart.putNull("schema");
        chart.putNull("files");
        if (!config.isEmpty()) {
            release.set("config", Json.read(config).orElseThrow());
        }
        return release.put("manifest", "---\nkind: Service\n")
                .put("version", revision)
                .put("namespace", namespace);
    }

    /** As the driver for Secrets keeps it. */
    public static ObjectNode secret(String namespace, String name, int revision, String status, String config) {
        ObjectNode release = release(namespace, name, revision, status, config);
        String data = base64(base64(gzip(release.toString())).getBytes(StandardCharsets.US_ASCII));
        return record("Secret", namespace, name, revision, status, data).put("type", "helm.sh/release.v1");
    }

    /** As the driver for ConfigMaps keeps it. */
    public static ObjectNode configMap(String namespace, String name, int revision, String status, String config) {
        ObjectNode release = release(namespace, name, revision, status, config);
        return record("ConfigMap", namespace, name, revision, status, base64(gzip(release.toString())));
    }

    /** A record with whatever data. */
    public static ObjectNode record(
            String kind, String namespace, String name, int revision, String status, String data) {
        ObjectNode record = Json.object().put("apiVersion", "v1").put("kind", kind);
        ObjectNode metadata = record.putObject("metadata")
                .put("name", "sh.helm.release.v1." + name + ".v" + revision)
                .put("namespace", namespace)
                .put("uid", "uid-" + namespace + "-" + name + "-" + revision)
                .put("resourceVersion", Integer.toString(100 + revision));
        metadata.putObject("labels")
                .put("modifiedAt", "1777878751")
                .put("name", name)
                .put("owner", "helm")
                .put("status", status)
                .put("version", Integer.toString(revision));
        record.putObject("data").put("release", data);
        return record;
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
