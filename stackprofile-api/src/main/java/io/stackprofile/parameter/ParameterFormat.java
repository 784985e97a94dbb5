package io.stackprofile.parameter;

import java.util.Locale;

/** What a text must be, beyond its type: the shapes that Kubernetes and Helm fields ask for. */
public enum ParameterFormat {
    /** An RFC 1123 subdomain in lower case, as Kubernetes takes host names: up to 253 characters. */
    HOSTNAME,
    /** An RFC 1123 label in lower case: 1 to 63 of {@code a-z 0-9 -}, no hyphen at either end. */
    DNS_LABEL,
    /** An absolute URL with a scheme and a host, RFC 3986. */
    URL,
    /** A mail address, RFC 5321, without quoted parts and address literals. */
    EMAIL,
    /** A version of Semantic Versioning 2.0.0. */
    SEMVER,
    /** A range of versions as Helm takes it: {@code ^1.2}, {@code >=1.2 <2 || 3.x}, {@code 1.2 - 1.4}. */
    SEMVER_RANGE,
    /** A network, IPv4 or IPv6, RFC 4632 and RFC 4291: {@code 10.0.0.0/8}. */
    CIDR,
    /** An IPv4 address of four decimal numbers without leading zeros. */
    IPV4,
    /** An IPv6 address, RFC 4291 section 2.2, without a zone. */
    IPV6,
    /** A Kubernetes quantity: {@code 500m}, {@code 1.5Gi}, {@code 1e3}. */
    QUANTITY,
    /** A Go duration: {@code 1h30m}, {@code 500ms}, {@code 0}. */
    DURATION,
    /** A schedule as a Kubernetes CronJob takes it: five fields, or a descriptor such as {@code @hourly}. */
    CRON,
    /** A port from 1 to 65535; for a number too. */
    PORT,
    /** One or more X.509 certificates in PEM, RFC 7468. */
    PEM_CERTIFICATE,
    /** The name of a storage class: an RFC 1123 subdomain. */
    STORAGE_CLASS;

    /** The format in lower case with hyphens, as documents write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The format that documents write as {@code label}.
     *
     * @throws IllegalArgumentException when there is none; the text is not repeated
     */
    public static ParameterFormat of(String label) {
        for (ParameterFormat format : values()) {
            if (format.label().equals(label)) {
                return format;
            }
        }
        throw new IllegalArgumentException("there is no such format");
    }
}
