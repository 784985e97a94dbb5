package io.stackprofile.it.folder;

import java.util.HashMap;
import java.util.Map;

/** What a folder may be to this library, with what stands in it beforehand. */
enum FolderKind {
    GITOPS {
        @Override
        Map<String, String> inhabited() {
            return Map.of(
                    "README.md",
                    "# Clusters\n",
                    "manifests/tools.yaml",
                    "apiVersion: v1\nkind: Namespace\nmetadata: {name: tools}\n",
                    "cluster.yaml",
                    """
                    # staging, rebuilt often
                    apiVersion: v1
                    kind: ImportCluster
                    metadata:
                      name: staging
                    spec:
                      stacks:
                        # Small helpers of the developers.
                        - name: tools
                          manifests:
                            - name: tools   # on their own
                              parents: []
                              from_file: manifests/tools.yaml
                    """);
        }

        @Override
        Map<String, String> emptied() {
            Map<String, String> files = new HashMap<>(inhabited());
            // A stack may have variables of its own: it stays declared.
            files.merge("cluster.yaml", """
                        - name: quay
                          description: Plans berths.
                          manifests: []
                          addons: []
                    """, String::concat);
            return files;
        }

        @Override
        String file(String stack, String member) {
            return "stacks/" + stack + "/manifests/" + member + ".yaml";
        }
    },
    PLAIN {
        @Override
        Map<String, String> inhabited() {
            return Map.of("tools/tools.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: tools}   # own\n");
        }

        @Override
        Map<String, String> emptied() {
            return inhabited();
        }

        @Override
        String file(String stack, String member) {
            return stack + "/" + member + ".yaml";
        }
    };

    /** The files that are there before anything is committed, by their paths. */
    abstract Map<String, String> inhabited();

    /** The files that are there when a stack named quay has come and gone. */
    abstract Map<String, String> emptied();

    /** Where a manifest of a committed stack is. */
    abstract String file(String stack, String member);
}
