package io.stackprofile.core.internal.tree;

import org.jspecify.annotations.Nullable;

/**
 * Makes a value of a part of a tree.
 *
 * @param <T> the value's type
 */
@FunctionalInterface
public interface TreeReader<T> {

    /**
     * Reads it.
     *
     * @param path where it stands, an RFC 6901 JSON Pointer
     * @throws Misfit when the tree is not what it should be
     */
    T read(@Nullable Object tree, String path);
}
