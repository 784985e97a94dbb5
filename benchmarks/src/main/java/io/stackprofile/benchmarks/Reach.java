package io.stackprofile.benchmarks;

/** Which members of a stack are bound, and how many of them have a parameter. */
public enum Reach {
    /** All members; a hundred of them, evenly spread, have a parameter each. The others come back as they are. */
    WHOLE,
    /** Only the hundred members that have a parameter, so that every byte of the output has to be written. */
    TOUCHED,
    /** All members, and each has one of the hundred parameters, so that every byte has to be written. */
    EVERYWHERE,
    /** As {@link #WHOLE}, without the members that an OpenShift template cannot hold or changes by itself. */
    OBJECTS
}
