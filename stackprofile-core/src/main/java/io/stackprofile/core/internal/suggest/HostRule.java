package io.stackprofile.core.internal.suggest;

import io.stackprofile.parameter.ParameterSuggestion.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts under keys that name hosts, and in URLs; those of one domain become one suggestion of the domain. */
final class HostRule {

    private static final Set<String> KEYS = Set.of(
            "host",
            "hosts",
            "hostname",
            "hostnames",
            "dnsNames",
            "commonName",
            "domain",
            "domains",
            "domainFilters",
            "external-dns.alpha.kubernetes.io/hostname");
    private static final Pattern HOST = Pattern.compile(
            "(?:\\*\\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z][A-Za-z0-9-]{0,30}[A-Za-z0-9]");
    private static final Pattern URL =
            Pattern.compile("(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}+://(?:[^/?#\\s\"'<>@\\x00]{0,200}+@)?"
                    + "([A-Za-z0-9.-]{3,253}+)(?=[:/?#\\s\"'<>,;)\\]]|$)");
    private static final List<String> INTERNAL =
            List.of("localhost", ".svc", ".cluster.local", ".local", ".localdomain", ".internal");
    private static final List<String> PUBLIC = List.of(
            "kubernetes.io",
            "k8s.io",
            "json-schema.org",
            "w3.org",
            "ietf.org",
            "github.com",
            "github.io",
            "githubusercontent.com",
            "gitlab.com",
            "letsencrypt.org",
            "slack.com",
            "discord.com",
            "googleapis.com",
            "google.com",
            "amazonaws.com",
            "azure.com",
            "windows.net",
            "microsoft.com",
            "docker.com",
            "docker.io",
            "quay.io",
            "ghcr.io",
            "gcr.io",
            "npmjs.org",
            "npmjs.com",
            "pypi.org",
            "maven.org",
            "apache.org",
            "grafana.com",
            "prometheus.io",
            "jetstack.io",
            "cert-manager.io",
            "helm.sh",
            "cncf.io",
            "readthedocs.io");
    // Second-level names under which domains are registered.
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "net", "gov", "ac", "edu");

    private HostRule() {}

    static void see(Literal literal, Consumer<Sighting> seen) {
        String text = literal.text();
        if (KEYS.contains(literal.key())) {
            Matcher host = HOST.matcher(text);
            if (host.matches() && isOurs(text)) {
                seen.accept(sighting(literal, text.startsWith("*.") ? 2 : 0, text.length()));
            }
            return;
        }
        Matcher url = URL.matcher(text);
        while (url.find()) {
            if (HOST.matcher(url.group(1)).matches() && isOurs(url.group(1))) {
                seen.accept(sighting(literal, url.start(1), url.end(1)));
            }
        }
    }

    private static Sighting sighting(Literal literal, int from, int to) {
        String host = literal.text().substring(from, to);
        return new Sighting(
                Kind.HOSTNAME,
                "host " + host,
                host.substring(0, host.indexOf('.')) + "_host",
                "A host name of one environment.",
                literal,
                from,
                to);
    }

    private static boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return INTERNAL.stream().noneMatch(name::endsWith)
                && !name.contains(".svc.")
                && PUBLIC.stream().noneMatch(end -> name.equals(end) || name.endsWith("." + end));
    }

    /** The same sightings, where several hosts share a domain with that domain in their place. */
    static List<Sighting> byDomain(List<Sighting> hosts) {
        Map<String, Set<String>> byDomain = new HashMap<>();
        hosts.forEach(host -> byDomain.computeIfAbsent(domain(host.text()), d -> new TreeSet<>())
                .add(host.text()));
        List<Sighting> merged = new ArrayList<>();
        for (Sighting host : hosts) {
            String domain = domain(host.text());
            int count = byDomain.getOrDefault(domain, Set.of()).size();
            merged.add(
                    count < 2
                            ? host
                            : host.within(
                                    "domain " + domain,
                                    "domain",
                                    count + " host names of one environment share this domain.",
                                    host.to() - domain.length(),
                                    host.to()));
        }
        return merged;
    }

    private static String domain(String host) {
        String[] labels = host.split("\\.");
        int last = labels.length - 1;
        boolean second = last >= 2 && labels[last].length() == 2 && SECOND_LEVEL.contains(labels[last - 1]);
        int from = Math.max(0, last - (second ? 2 : 1));
        return String.join(".", List.of(labels).subList(from, last + 1));
    }
}
