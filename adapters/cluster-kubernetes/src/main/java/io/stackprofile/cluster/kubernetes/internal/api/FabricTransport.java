package io.stackprofile.cluster.kubernetes.internal.api;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.stackprofile.error.CancelledException;
import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Goes through the HTTP client of a {@link KubernetesClient}: its addresses, certificates, tokens and their renewal. Typed
 * models are never used, since they drop fields they do not know.
 */
public final class FabricTransport implements ApiTransport {

    // A server says 500 to what it cannot read too. It is asked again soon, or else told of.
    private static final int RETRIES = 2;

    /** What fabric8 calls the interceptor that writes whole bodies, secrets included, to its log at the level trace. */
    private static final String LOGGING = "HttpLogging";

    private final KubernetesClient client;
    private final HttpClient http;
    private final String cluster;
    private final Duration timeout;

    /**
     * A transport.
     *
     * @param cluster what callers call the cluster, for messages
     * @param timeout how long one request may take
     */
    public FabricTransport(KubernetesClient client, String cluster, Duration timeout) {
        this.client = client;
        this.http = client.getHttpClient()
                .newBuilder()
                .tag(patience(client))
                .addOrReplaceInterceptor(LOGGING, null)
                .build();
        this.cluster = cluster;
        this.timeout = timeout;
    }

    /** As the client is configured, but for how often it asks again: a caller's own may wait for half a minute. */
    private static RequestConfig patience(KubernetesClient client) {
        int configured = client.getConfiguration().getRequestRetryBackoffLimit();
        return new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withRequestRetryBackoffLimit(configured < 0 ? RETRIES : Math.min(configured, RETRIES))
                .build();
    }

    @Override
    public ApiAnswer send(ApiRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(http(request), String.class);
        try {
            HttpResponse<String> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            String body = response.body();
            return new ApiAnswer(response.code(), body == null ? "" : body, warnings(response));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted while cluster '" + cluster + "' was asked");
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw unreachable("did not answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException failure) {
            // The cause may quote headers or content, so its kind is told and no more.
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw unreachable("cannot be reached (" + kind(cause) + ")");
        }
    }

    private HttpRequest http(ApiRequest request) {
        HttpRequest.Builder builder = http.newHttpRequestBuilder()
                .uri(uri(request))
                .header("Accept", accepted(request))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return builder.method(
                        request.method(),
                        request.body().flatMap(body -> request.contentType()).orElse(ApiRequest.JSON),
                        request.body().orElse(null))
                .build();
    }

    private static String accepted(ApiRequest request) {
        return request.body().isEmpty() ? request.contentType().orElse(ApiRequest.JSON) : ApiRequest.JSON;
    }

    private URI uri(ApiRequest request) {
        String root = client.getMasterUrl().toString();
        String query = request.query().entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
                + request.path()
                + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> warnings(HttpResponse<String> response) {
        Map<String, List<String>> headers = response.headers();
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Warning"))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static String kind(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private ClusterException unreachable(String what) {
        return new ClusterException(
                ErrorCode.CLUSTER_UNREACHABLE,
                "cluster '" + cluster + "' " + what,
                "Check the address, the network and the certificate; what was being written may have been written.",
                Location.unknown());
    }
}
