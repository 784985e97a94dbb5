package io.stackprofile.core.internal.format;

import io.stackprofile.parameter.ParameterFormat;

/** The formats of parameters: the one place that checks them. Every check takes time linear in the text. */
public final class Formats {

    private Formats() {}

    /** Whether {@code text} is of {@code format}. */
    public static boolean matches(ParameterFormat format, String text) {
        return switch (format) {
            case HOSTNAME, STORAGE_CLASS -> HostNames.isSubdomain(text);
            case DNS_LABEL -> HostNames.isLabel(text);
            case URL -> Urls.isUrl(text);
            case EMAIL -> HostNames.isEmail(text);
            case SEMVER -> Versions.isVersion(text);
            case SEMVER_RANGE -> Versions.isRange(text);
            case CIDR -> Addresses.isNetwork(text);
            case IPV4 -> Addresses.isIpv4(text);
            case IPV6 -> Addresses.isIpv6(text);
            case QUANTITY -> Quantities.isQuantity(text);
            case DURATION -> Durations.isDuration(text);
            case CRON -> CronSchedule.isSchedule(text);
            case PORT -> Addresses.isPort(text);
            case PEM_CERTIFICATE -> Certificates.isPem(text);
        };
    }

    /** What a text of {@code format} looks like, to finish the sentence "it takes". */
    public static String describe(ParameterFormat format) {
        return switch (format) {
            case HOSTNAME -> "a host name in lower case, such as grafana.acme.dev";
            case DNS_LABEL -> "a DNS label: 1 to 63 of a-z, 0-9 and '-', no '-' at either end";
            case URL -> "an absolute URL with a host, such as https://acme.dev/charts";
            case EMAIL -> "a mail address, such as ops@acme.dev";
            case SEMVER -> "a semantic version, such as 1.4.0-rc.1";
            case SEMVER_RANGE -> "a range of semantic versions, such as ^1.4 or >=1.4 <2";
            case CIDR -> "a network, such as 10.0.0.0/8 or fd00::/8";
            case IPV4 -> "an IPv4 address, such as 10.0.0.1";
            case IPV6 -> "an IPv6 address, such as fd00::1";
            case QUANTITY -> "a Kubernetes quantity, such as 500m or 1.5Gi";
            case DURATION -> "a Go duration, such as 1h30m or 500ms";
            case CRON -> "a cron schedule of five fields, such as 0 3 * * 1-5, or one such as @daily";
            case PORT -> "a port: a whole number from 1 to 65535";
            case PEM_CERTIFICATE -> "X.509 certificates in PEM";
            case STORAGE_CLASS -> "the name of a storage class: labels of a-z, 0-9 and '-', joined by dots";
        };
    }
}
