package io.stackprofile.stack;

import java.util.List;
import java.util.Optional;

/** A part of a stack: an {@link Addon} or a {@link Manifest}. */
public sealed interface Member permits Addon, Manifest {

    /** Its name, unique among members of its kind. */
    String name();

    /** The namespace its objects go to when they name none. */
    Optional<String> namespace();

    /** The members that must be there before it, in declared order. */
    List<MemberRef> parents();

    /** Its YAML source text: the manifest's objects, or the add-on's Helm values; absent for an add-on without values. */
    Optional<String> text();

    /** How others refer to it. */
    MemberRef ref();

    /** The same member with other source text. */
    Member withText(String text);

    /** The same member under another name. Edges to it are its children's, and stay as they are. */
    Member withName(String name);

    /** The same member with other parents. */
    Member withParents(List<MemberRef> parents);
}
