package io.stackprofile.yaml;

/**
 * The place a scalar stands at, as far as it decides how text must be written there.
 *
 * @param style how the scalar is written
 * @param inFlow whether it stands inside {@code []} or {@code {}}
 * @param blockIndent the spaces before each line of a block scalar here; for other styles, the spaces a block scalar
 *     would get here
 * @param key whether it is a mapping's key
 */
public record ScalarContext(ScalarStyle style, boolean inFlow, int blockIndent, boolean key) {
    /** The same place, written in another style. */
    public ScalarContext withStyle(ScalarStyle other) {
        return new ScalarContext(other, inFlow, blockIndent, key);
    }
}
