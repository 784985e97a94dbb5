package io.stackprofile.yaml;

/** Sees each scalar of a walk once. */
@FunctionalInterface
public interface ScalarVisitor {
    /**
     * Sees one scalar.
     *
     * @param pointer where it stands (RFC 6901); a key has the pointer of its value
     * @param scalar the scalar; {@code scalar.context().key()} tells a key from a value
     */
    void visit(String pointer, YamlScalar scalar);
}
