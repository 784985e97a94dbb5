/** Supplies what a host may replace in any engine: ids. */
@NullMarked
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {"category:categories"})
package io.stackprofile.spi;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
