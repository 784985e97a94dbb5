package io.stackprofile.test.kubernetes;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as the server got it. Its text leaves out the body and the headers.
 *
 * @param method in capitals
 * @param path without the query
 * @param query the last value of each parameter, decoded
 * @param headers by lower-case name
 * @param body as bytes in UTF-8
 */
public record ApiRequest(
        String method, String path, Map<String, String> query, Map<String, List<String>> headers, String body) {

    static ApiRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), List.copyOf(values)));
        return new ApiRequest(
                method, uri.getPath(), query(uri.getRawQuery()), lower, new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A header's first value, or empty. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                .get(0);
    }

    /** A query parameter, or empty. */
    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** Whether it asks for a dry run. */
    public boolean isDryRun() {
        return parameter("dryRun").equals("All");
    }

    /** Whether it is a server-side apply. */
    public boolean isApply() {
        return method.equals("PATCH") && header("content-type").startsWith("application/apply-patch+yaml");
    }

    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query);
    }
}
