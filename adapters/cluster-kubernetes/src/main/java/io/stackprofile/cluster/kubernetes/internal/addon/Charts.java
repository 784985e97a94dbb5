package io.stackprofile.cluster.kubernetes.internal.addon;

import io.stackprofile.error.ClusterException;
import io.stackprofile.error.ErrorCode;
import io.stackprofile.error.Location;
import io.stackprofile.spi.cluster.AddonOrder;
import java.util.Locale;

/** What installers need to know of an add-on's chart. */
public final class Charts {

    private static final int LONGEST_NAME = 53;
    private static final String OCI = "oci://";

    private Charts() {}

    /**
     * The repository's address.
     *
     * @throws ClusterException when the add-on has none, or not one that can be installed from
     */
    public static String repository(AddonOrder order) {
        String url = order.addon()
                .repositoryUrl()
                .orElseThrow(() -> refused(
                        order,
                        "the add-on has no repository URL",
                        order.addon().registryName().isPresent()
                                ? "Give the URL behind the registry that it names."
                                : "Add the chart repository's URL to it."));
        if (!url.startsWith("https://") && !url.startsWith("http://") && !url.startsWith(OCI)) {
            throw refused(order, "the add-on's repository URL is of no kind that is known", "Use https:// or oci://.");
        }
        if (url.matches("[a-z]+://[^/]*@.*")) {
            throw refused(
                    order,
                    "the add-on's repository URL carries credentials",
                    "Leave them out of it and give the installer's operator a Secret for the repository.");
        }
        return url;
    }

    /** Whether a repository is an OCI registry. */
    public static boolean isOci(String repository) {
        return repository.startsWith(OCI);
    }

    /** The release's name: the add-on's, as far as Helm and Kubernetes take it. */
    public static String release(AddonOrder order) {
        String name = order.addon()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("^-+", "");
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String release = cut.replaceAll("-+$", "");
        if (release.isEmpty()) {
            throw refused(
                    order, "the add-on's name has no letter or digit that a release's name may have", "Rename it.");
        }
        return release;
    }

    /** An installer's refusal. */
    public static ClusterException refused(AddonOrder order, String problem, String remedy) {
        return new ClusterException(
                ErrorCode.ADDON_REFUSED,
                problem,
                remedy,
                Location.member(order.addon().ref()));
    }
}
