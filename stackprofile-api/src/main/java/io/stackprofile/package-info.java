/** Opens the library, says who calls, and pages through results. */
@NullMarked
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        strictBuilder = true,
        jdkOnly = true,
        depluralize = true,
        depluralizeDictionary = {"alias:aliases", "category:categories"})
package io.stackprofile;

import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
