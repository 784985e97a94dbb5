package io.stackprofile.testkit;

/**
 * How often a stack was committed to.
 *
 * @param all commits that were taken, those that changed nothing included
 * @param changing commits that changed a member
 * @param changes members created, updated and removed, all together
 */
record CommitCount(int all, int changing, int changes) {

    static final CommitCount NONE = new CommitCount(0, 0, 0);

    /** One more commit, which made so many changes. */
    CommitCount plus(int made) {
        return new CommitCount(all + 1, changing + (made > 0 ? 1 : 0), changes + made);
    }
}
