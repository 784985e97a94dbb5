package io.stackprofile.core.internal.redact;

import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.Knowledge;
import io.stackprofile.core.internal.redact.sweep.Sweep;
import io.stackprofile.core.internal.redact.text.FormatScan;
import io.stackprofile.core.internal.redact.text.TextScan;
import io.stackprofile.parameter.Parameter;
import io.stackprofile.stack.Addon;
import java.util.ArrayList;
import java.util.List;

/** Masks secrets in texts that take no placeholder: descriptions, titles, addresses. */
final class TextMask {

    private final Knowledge knowledge;
    private final Sweep sweep;

    TextMask(Knowledge knowledge, Sweep sweep) {
        this.knowledge = knowledge;
        this.sweep = sweep;
    }

    String apply(String text) {
        List<Hit> hits = new ArrayList<>(FormatScan.find(text, knowledge.formats()));
        Hits.addFree(hits, TextScan.findInProse(text, knowledge.names()));
        if (hits.isEmpty()) {
            return sweep.mask(text);
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Hit hit : Hits.sorted(hits)) {
            out.append(text, at, hit.from()).append(Sweep.MASK);
            at = hit.to();
        }
        return sweep.mask(out.append(text.substring(at)).toString());
    }

    /** The add-on with its chart's name, version and address masked; the same object when nothing was. */
    Addon addon(Addon addon) {
        Addon masked = masked(addon);
        return masked.equals(addon) ? addon : masked;
    }

    private Addon masked(Addon addon) {
        return Addon.builder()
                .name(addon.name())
                .namespace(addon.namespace())
                .chartName(apply(addon.chartName()))
                .chartVersion(apply(addon.chartVersion()))
                .repositoryUrl(addon.repositoryUrl().map(this::apply))
                .registryName(addon.registryName().map(this::apply))
                .values(addon.values())
                .addAllParents(addon.parents())
                .build();
    }

    /** The parameter with its texts masked; the same object when nothing was. */
    Parameter parameter(Parameter parameter) {
        Parameter masked = parameter.withTexts(this::apply);
        return masked.equals(parameter) ? parameter : masked;
    }
}
