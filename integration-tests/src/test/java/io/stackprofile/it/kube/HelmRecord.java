package io.stackprofile.it.kube;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A release as Helm 3 records it: JSON, gzip, base64, in a Secret of its own type. */
final class HelmRecord {

    private HelmRecord() {}

    /**
     * The Secret.
     *
     * @param config the values that the user gave, as JSON
     */
    static String secret(String namespace, String name, String config) {
        String release = """
                {"name": "%s", "namespace": "%s", "version": 1,
                 "info": {"first_deployed": "2026-05-04T09:12:31.771+02:00", "last_deployed": "2026-05-04T09:12:31.771+02:00",
                          "deleted": "", "description": "Install complete", "status": "deployed"},
                 "chart": {"metadata": {"name": "valkey", "version": "0.7.4", "apiVersion": "v2", "appVersion": "8.1.0"},
                           "lock": null, "templates": [], "values": {"architecture": "standalone"}, "schema": null,
                           "files": null},
                 "config": %s, "manifest": "---\\nkind: Service\\n"}
                """.formatted(name, namespace, config);
        String data = base64(base64(gzip(release)).getBytes(StandardCharsets.US_ASCII));
        return """
                {"apiVersion": "v1", "kind": "Secret", "type": "helm.sh/release.v1",
                 "metadata": {"name": "sh.helm.release.v1.%s.v1", "namespace": "%s",
                  "labels": {"modifiedAt": "1777878751", "name": "%s", "owner": "helm", "status": "deployed",
                             "version": "1"}},
                 "data": {"release": "%s"}}
                """.formatted(name, namespace, name, data);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
