package io.stackprofile.yaml;

/** Turns a key into the string that sigs.k8s.io/yaml makes of it. */
final class KeyName {
    static final String MERGE = "<<";
    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

    private KeyName() {}

    static boolean isMerge(YamlScalar key) {
        if (!key.text().equals(MERGE)) {
            return false;
        }
        String tag = key.origin.tag();
        return tag == null ? key.style() == ScalarStyle.PLAIN : tag.equals(MERGE_TAG);
    }

    static String of(YamlScalar key) {
        YamlValue value = key.value();
        return value.tree() instanceof Double number ? GoFloat.key(number) : String.valueOf(value.tree());
    }

    /** Go's reader refuses a null key and one that only fits an unsigned integer. */
    static boolean isSupported(YamlScalar key) {
        YamlValue value = key.value();
        return value.kind() != YamlValue.Kind.NULL
                && !(value.kind() == YamlValue.Kind.INTEGER && !(value.tree() instanceof Long));
    }
}
