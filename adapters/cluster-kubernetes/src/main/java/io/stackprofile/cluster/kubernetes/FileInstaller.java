package io.stackprofile.cluster.kubernetes;

import io.stackprofile.cluster.kubernetes.internal.addon.Charts;
import io.stackprofile.cluster.kubernetes.internal.addon.FilePair;
import io.stackprofile.spi.cluster.AddonInstaller;
import io.stackprofile.spi.cluster.AddonOrder;
import io.stackprofile.spi.cluster.AddonPlan;
import io.stackprofile.stack.Addon;
import io.stackprofile.yaml.YamlEmitter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaves add-ons to someone else, such as a pipeline: for each it writes {@code STACK/RELEASE/chart.yaml}, which says what to
 * install, and {@code values.yaml} beside it. Secrets are never written: their placeholders stand. Nothing is applied to the
 * cluster, so that a reading finds the add-on there once it was installed, and removing one is left to the pipeline too.
 * Thread-safe.
 *
 * <pre>{@code
 * AddonInstaller installer = FileInstaller.to(Path.of("addons"));
 * }</pre>
 */
public final class FileInstaller implements AddonInstaller {

    private static final String MESSAGE =
            "Files are written for it and nothing is installed: a pipeline has to do that.";
    private static final String WITH_SECRETS =
            MESSAGE + " Placeholders stand in its values where it has to put secrets.";

    private final Path folder;

    private FileInstaller(Path folder) {
        this.folder = folder;
    }

    /** Files go below a folder, which is made when it is not there. */
    public static FileInstaller to(Path folder) {
        return new FileInstaller(folder);
    }

    @Override
    public AddonPlan plan(AddonOrder order) {
        if (!order.stack().matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
            throw Charts.refused(order, "the stack's name is not one that a folder can have", "Rename the stack.");
        }
        Path place = folder.resolve(order.stack()).resolve(Charts.release(order));
        FilePair files = new FilePair(place, YamlEmitter.document(chart(order)), FilePair.values(order));
        return new AddonPlan(
                List.of(),
                Optional.of(files::write),
                Optional.of(order.secrets().isEmpty() ? MESSAGE : WITH_SECRETS));
    }

    private static Map<String, Object> chart(AddonOrder order) {
        Addon addon = order.addon();
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("chart", addon.chartName());
        chart.put("version", addon.chartVersion());
        addon.repositoryUrl().ifPresent(url -> chart.put("repository", url));
        addon.registryName().ifPresent(registry -> chart.put("registry", registry));
        chart.put("release", Charts.release(order));
        chart.put("namespace", order.namespace());
        return chart;
    }

    @Override
    public String toString() {
        return "FileInstaller[" + folder.getFileName() + "]";
    }
}
