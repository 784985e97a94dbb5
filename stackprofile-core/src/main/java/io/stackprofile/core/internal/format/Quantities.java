package io.stackprofile.core.internal.format;

import com.google.re2j.Pattern;

/**
 * Kubernetes quantities: a signed decimal number, and a binary suffix ({@code Ki}), a decimal one ({@code m}, {@code M})
 * or an exponent. See k8s.io/apimachinery/pkg/api/resource.
 */
final class Quantities {

    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,9})?");
    private static final int LONGEST = 1_000;

    private Quantities() {}

    static boolean isQuantity(String text) {
        return text.length() <= LONGEST && QUANTITY.matches(text);
    }
}
