package io.stackprofile.core.internal.template;

import java.util.List;

/** Templates with {@code p} in every place a placeholder may have. What must be text stands under {@code text}. */
final class Places {

    static final List<String> ALL = List.of(
            // whole, plain
            "spec:\n  replicas: ${{ parameters.p }} # how many\n  paused: false\n",
            "args:\n  - ${{ parameters.p }}\n  - last\n",
            "ports:\n- containerPort: ${{ parameters.p }}\n  name: http\n",
            "a: &shared ${{ parameters.p }}\nb: *shared\n",
            "---\nkind: ConfigMap\n---\nvalue: ${{ parameters.p }}\n---\nkind: Secret\n",
            "${{ parameters.p }}\n",
            "value: ${{ parameters.p }}",
            "spec:\r\n  value: ${{ parameters.p }}\r\n  next: stays\r\n",
            // whole, quoted
            "text: \"${{ parameters.p }}\"\nnext: stays\n",
            "text: '${{ parameters.p }}'\nnext: stays\n",
            "text: !!str ${{ parameters.p }}\n",
            // typed in quotes
            "spec: {replicas: \"${{ parameters.p | typed }}\", paused: false}\n",
            "spec: {\"replicas\":\"${{ parameters.p | typed }}\"}\n",
            "args: ['${{ parameters.p | typed }}', last]\n",
            "value: \"${{ parameters.p | typed }}\" # quoted for no reason\n",
            // embedded, plain
            "host: www.${{ parameters.p }}.acme.dev\nnext: stays\n",
            "host: ${{ parameters.p }}.acme.dev # comment\n",
            "image: registry.acme.dev/api:${{ parameters.p }}\n",
            "args:\n  - --region=${{ parameters.p }}\n  - last\n",
            "note: a first line\n  and ${{ parameters.p }}\n  and a last one\nnext: stays\n",
            "note: a first line\n  ${{ parameters.p }} goes on\nnext: stays\n",
            "args:\n  - -${{ parameters.p }}\n  - --${{ parameters.p }} ${{ parameters.p }}\n  - last\n",
            "- ${{ parameters.p }}-\n- last\n",
            // embedded, quoted
            "host: \"caf\\u00e9 \\\"${{ parameters.p }}\\\"\\n\"\nnext: stays\n",
            "host: 'it''s ${{ parameters.p }}: ''here'''\nnext: stays\n",
            "note: \"a first line \n  ${{ parameters.p }} \n\n  and a last one\"\nnext: stays\n",
            "note: 'a first line\n\n  ${{ parameters.p }}\n  and a last one'\nnext: stays\n",
            "note: \"continued \\\n  ${{ parameters.p }}\\\n  here\"\n",
            "hosts: [\"www.${{ parameters.p }}.acme.dev\", 'x ${{ parameters.p }}', plain]\n",
            "key: \"a\n  ${{ parameters.p }}\"\n",
            // blocks
            "text: |\n  ${{ parameters.p }}\nnext: stays\n",
            "text: |-\n  ${{ parameters.p }}\nnext: stays\n",
            "text: |+\n  ${{ parameters.p }}\n\nnext: stays\n",
            "data:\n  app.properties: |\n    # a file\n    region=${{ parameters.p }}\n    {\"json\": true}\n\n    last\n  next: x\n",
            "data:\n  script: |\n    if x; then\n        ${{ parameters.p }}\n    fi\nnext: stays\n",
            "data:\n  indented: |2\n     ${{ parameters.p }}\n    less\n",
            "note: >\n  folded ${{ parameters.p }}\n  lines\n\n  last\nnext: stays\n",
            "note: >-\n  first\n  ${{ parameters.p }}\nnext: stays\n",
            "- |\n ${{ parameters.p }}\n x\n- last\n",
            "--- |\n  ${{ parameters.p }}\n  last\n",
            "--- \"first\n${{ parameters.p }} last\"\n",
            "data:\n  noeol: |\n    x=${{ parameters.p }}",
            "data:\r\n  crlf: |\r\n    region=${{ parameters.p }}\r\n    last\r\n  next: x\r\n",
            // keys
            "labels:\n  ${{ parameters.p }}: here\n  zz-next: stays\n",
            "labels:\n  \"${{ parameters.p }}\": here\n  zz-next: stays\n",
            "labels: {'acme.dev/${{ parameters.p }}': here, zz-next: stays}\n",
            "labels:\n  acme.dev/${{ parameters.p }}: here\n  zz-next: stays\n",
            // neighbours
            "pair: ${{ parameters.p }}${{ parameters.p }}\n",
            "pair: ${{ parameters.p }}${{ parameters.s }}\n",
            "pair: |\n  ${{ parameters.p }}${{ parameters.s }} ${{ parameters.s | base64 }}\n",
            "pair: '${{ parameters.s }}${{ parameters.p }}'\n",
            "text: $${{ parameters.q }} ${{ parameters.p }} {{ parameters.q }}\n",
            "note: ${{ parameters.p }}{{ parameters.q }}\n",
            "note: \"\\x24{{ parameters.q }} $${{ parameters.q }} ${{ parameters.p }}{{ parameters.q }}\"\n",
            "note: |\n  ${${{ parameters.p }} parameters.q }}\n  last\n",
            "a: ${{ parameters.s }}\nb: $${{ parameters.p }}\nc: ${{ parameters.p }} # ${{ parameters.p }} in a comment\n");

    private Places() {}
}
