package io.stackprofile.core.internal.redact.rule;

import com.google.re2j.Pattern;
import io.stackprofile.capture.Redaction.Confidence;
import java.util.List;

/**
 * One credential format.
 *
 * @param id kebab case
 * @param says completes "looks like ..."
 * @param keywords texts of which one stands in every match
 * @param run how long a match is at least, when it holds no blank; 0 when it may
 * @param word whether a keyword counts only where no letter, digit or underscore stands before it
 * @param before how far before a keyword a match may begin
 * @param after how far behind a keyword a match must be recognisable
 * @param pattern what it looks like
 * @param group the pattern's group that is the secret; 0 is all of it
 * @param check what else the secret must be
 * @param confidence how sure it is
 * @param examples what it finds and what it does not
 */
public record FormatRule(
        String id,
        String says,
        List<String> keywords,
        int run,
        boolean word,
        int before,
        int after,
        Pattern pattern,
        int group,
        Check check,
        Confidence confidence,
        Examples examples) {

    /**
     * What shows that a rule works.
     *
     * @param matches texts in which it finds something
     * @param others texts in which it finds nothing
     * @param shared ids of earlier rules that may find its examples too, each followed by the reason
     */
    public record Examples(List<String> matches, List<String> others, List<String> shared) {
        static final Examples NONE = new Examples(List.of(), List.of(), List.of());
    }

    Hit hit(int from, int to, String secret) {
        return new Hit(
                from, to, secret, Filter.NONE, id, "It looks like " + says + ".", confidence, List.of(), List.of());
    }
}
