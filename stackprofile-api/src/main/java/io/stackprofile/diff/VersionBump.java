package io.stackprofile.diff;

/** Which part of a semantic version (semver.org 2.0.0) changed first. */
public enum VersionBump {
    /** The first number. */
    MAJOR,
    /** The second number. */
    MINOR,
    /** The third number. */
    PATCH,
    /** What stands after a hyphen; the numbers are the same. */
    PRE_RELEASE,
    /** What stands after a plus sign; the versions have the same precedence. */
    BUILD,
    /** One of the two is no semantic version, a range or a placeholder for instance. */
    UNKNOWN
}
