package io.stackprofile.core.internal.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stackprofile.Limits;
import io.stackprofile.error.InvalidContentException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hand-written profile document that tests break in one place. */
final class ShopDocument {

    /** Line numbers in the tests are of this text. */
    static final String TEXT = """
            # line 1
            apiVersion: stackprofile.io/v1
            kind: StackProfile
            metadata:
              name: shop
              tags: [web, eu]
            spec:
              channel: stable
              parameters:
                - name: replicas
                  type: number
                  default: 3
                - name: password
                  type: secret
                  required: true
              members:
                - kind: addon
                  name: redis
                  chartName: redis
                  chartVersion: "20.1"
                  parents:
                    - manifest/shop
                  values: |
                    replicas: 3
                - kind: manifest
                  name: shop
                  content: |
                    kind: Namespace
            """;

    private ShopDocument() {}

    static String edited(String from, String to) {
        assertThat(TEXT).contains(from);
        return TEXT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    static InvalidContentException refusal(String text) {
        return catchThrowableOfType(
                InvalidContentException.class,
                () -> ProfileDocument.read(text, Optional.of("shop.stackprofile.yaml"), Limits.defaults()));
    }
}
