package io.stackprofile.core.internal.redact.text;

import io.stackprofile.core.internal.redact.rule.DrawnPairs;
import io.stackprofile.core.internal.redact.rule.FormatRules;
import io.stackprofile.core.internal.redact.rule.Hit;
import io.stackprofile.core.internal.redact.rule.Hits;
import io.stackprofile.core.internal.redact.rule.VendorTokens;
import java.util.ArrayList;
import java.util.List;

/** Finds credentials by their formats, each called what its line calls it. */
public final class FormatScan {

    private FormatScan() {}

    /** The credentials in {@code text}, in order. */
    public static List<Hit> find(String text, FormatRules formats) {
        List<Hit> hits = new ArrayList<>(formats.find(text));
        Hits.addFree(hits, VendorTokens.find(text));
        Hits.addFree(hits, DrawnPairs.find(text));
        return Hits.sorted(hits).stream()
                .map(hit -> hit.rule().equals("url-password")
                        ? UrlPasswords.decoded(hit).labelled(List.of("password"))
                        : hit)
                .map(hit -> LineLabel.on(text, hit))
                .toList();
    }
}
