package io.stackprofile.yaml;

/**
 * What a text may cost before it is refused with {@link YamlException.Code#LIMIT}.
 *
 * @param maxChars UTF-16 units in the text
 * @param maxDepth nesting of collections, also through aliases
 * @param maxNodes nodes written in the text
 * @param maxAliasExpansion nodes in one document after every alias is replaced by its target
 */
public record YamlLimits(int maxChars, int maxDepth, int maxNodes, int maxAliasExpansion) {
    // Trees are read by recursion, so the depth has a ceiling that a default thread stack carries.
    private static final int DEEPEST = 1000;

    /** 16 Mi characters, depth 200, a million nodes, a million nodes after aliases. */
    public static final YamlLimits DEFAULT = new YamlLimits(16 * 1024 * 1024, 200, 1_000_000, 1_000_000);

    /** Refuses limits that allow nothing, and a depth above 1000. */
    public YamlLimits {
        if (maxChars < 0 || maxNodes < 1 || maxAliasExpansion < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        if (maxDepth < 1 || maxDepth > DEEPEST) {
            throw new IllegalArgumentException("maxDepth must lie in 1.." + DEEPEST);
        }
    }

    /** The same limits with another size. */
    public YamlLimits withMaxChars(int chars) {
        return new YamlLimits(chars, maxDepth, maxNodes, maxAliasExpansion);
    }

    /** The same limits with another depth. */
    public YamlLimits withMaxDepth(int depth) {
        return new YamlLimits(maxChars, depth, maxNodes, maxAliasExpansion);
    }

    /** The same limits with another node count. */
    public YamlLimits withMaxNodes(int nodes) {
        return new YamlLimits(maxChars, maxDepth, nodes, maxAliasExpansion);
    }

    /** The same limits with another node count after aliases. */
    public YamlLimits withMaxAliasExpansion(int nodes) {
        return new YamlLimits(maxChars, maxDepth, maxNodes, nodes);
    }
}
