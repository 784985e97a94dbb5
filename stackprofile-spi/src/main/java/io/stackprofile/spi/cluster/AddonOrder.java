package io.stackprofile.spi.cluster;

import io.stackprofile.stack.Addon;
import java.util.List;

/**
 * An add-on to install.
 *
 * @param stack the stack's name on the target
 * @param namespace where its release belongs
 * @param addon the add-on; in its values a word stands where each secret belongs, which is a text of letters and digits to
 *     every reader of YAML and JSON
 * @param secrets those words and what belongs there
 */
public record AddonOrder(String stack, String namespace, Addon addon, List<SecretPlace> secrets) {

    /** Copies the list. */
    public AddonOrder {
        secrets = List.copyOf(secrets);
    }
}
