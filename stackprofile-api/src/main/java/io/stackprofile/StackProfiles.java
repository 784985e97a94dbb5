package io.stackprofile;

/**
 * The library, opened: one store, the clusters it can reach, and the policies it works under.
 *
 * <p>Thread-safe; several may be open in one JVM. Closing it closes the store it was built with.
 */
public interface StackProfiles extends AutoCloseable {

    /** A session in which every call is made for {@code caller}. Cheap; keeps no resources. */
    OrganisationSession as(Caller caller);

    /** Closes the store. Calls under way may fail; calling it twice does nothing more. */
    @Override
    void close();
}
