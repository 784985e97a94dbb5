package io.stackprofile.yaml;

import java.util.ArrayList;
import java.util.List;

/** Files of every shape to edit; the recorded stack S joins them where it is present. */
final class Fixtures {
    private static final List<String> OWN = List.of(
            """
            # head
            apiVersion: v1
            kind: ImportCluster   # the kind
            spec:
              stacks:
              # first
              - name: net
                addons:
                - {name: a, "chart": x, tags: [1, 2,], empty: {}}   # flow
                -
                  # below its dash
                  name: b
                  values: |   # header
                    a: 1

                      b: 2
                - - nested
                  # between
                  - list
              # last
              - name: rest
                none:
                quoted: 'it''s'
                double: "a\\tb \\u00e9"
                folded: >-
                  one
                  two

                  three

              # tail
            status: {}
            """,
            "a:\r\n    b: 1\r\n    c:\r\n        - x # y\r\n\r\n        - z\r\nd: |+\r\n  t\r\n\r\ne: [\r\n  f,\r\n  g\r\n]\r\n",
            "{\"apiVersion\": \"v1\", \"items\": [{\"a\": {\"b\": [1, 2.5, null, true]}}, {}], \"s\": \"x\"}",
            "- a\n- b: c\n  d: e\n-\n- - - f\n- ? g\n  : h\n  ? i\n",
            "--- # start\nplain text\n  over lines\n",
            "--- {}\n",
            "a: 1",
            "x:\n- y",
            "\uFEFFa: b\nc: \"\ud83d\ude00\" # \ud83d\ude00\nd: \ud83d\ude00e\n",
            "k: !!str 1\nl: !foo bar\nm: !!int \"3\"\nn: &anchor\n  o: p\n",
            "'q k': 1\n\"d k\": {'x': y}\n? long\n: value\n");

    private Fixtures() {}

    static List<String> all() {
        List<String> out = new ArrayList<>(OWN);
        try {
            out.addAll(Corpus.members("stacks-S.tar.gz").values());
        } catch (org.opentest4j.TestAbortedException absent) {
            return out;
        }
        return out;
    }
}
