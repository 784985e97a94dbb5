package io.stackprofile.spi.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in an object where a secret belongs.
 *
 * @param word what stands there instead, unique within the commit
 * @param parameter the parameter whose secret it is
 * @param filters how the secret is encoded there, one after the other: {@code base64}, {@code json}, {@code jsontext},
 *     {@code urlencode}; none for as it is
 */
public record SecretPlace(String word, String parameter, List<String> filters) {

    /** Copies the list. */
    public SecretPlace {
        filters = List.copyOf(filters);
    }

    /** The same place within a text that is itself written by another filter. */
    public SecretPlace within(String filter) {
        List<String> all = new ArrayList<>(filters);
        all.add(filter);
        return new SecretPlace(word, parameter, all);
    }
}
