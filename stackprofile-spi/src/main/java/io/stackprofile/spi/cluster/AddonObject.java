package io.stackprofile.spi.cluster;

import java.util.List;

/**
 * An object to apply for an add-on.
 *
 * @param json the object as JSON, with a word in its texts where each secret belongs
 * @param secrets those words
 */
public record AddonObject(String json, List<SecretPlace> secrets) {

    /** Copies the list. */
    public AddonObject {
        secrets = List.copyOf(secrets);
    }

    /** The number of secrets only: values may be confidential. */
    @Override
    public String toString() {
        return "AddonObject[" + secrets.size() + " secrets]";
    }
}
