package io.stackprofile.yaml;

/**
 * One key with its value, as written.
 *
 * @param key a scalar, or an alias of one
 * @param value a missing value is an empty plain scalar
 */
public record YamlEntry(YamlNode key, YamlNode value) {
    /**
     * The key as Kubernetes sees it: {@code yes:} is {@code true}, {@code 010:} is {@code 8}. A merge key's name is
     * {@code <<}.
     */
    public String name() {
        return KeyName.of((YamlScalar) key.resolve());
    }

    /** Whether this is a merge key, {@code <<}. */
    public boolean isMerge() {
        return key instanceof YamlScalar scalar && KeyName.isMerge(scalar);
    }
}
