package io.stackprofile.instantiation;

/** How many instances a rollout updates before it goes on to the next wave. */
public sealed interface RolloutWave {

    /** How many of {@code all}, at least one. */
    int of(int all);

    /**
     * A number of instances.
     *
     * @param instances 1 or more
     */
    record Count(int instances) implements RolloutWave {

        /** Checks the number. */
        public Count {
            if (instances < 1) {
                throw new IllegalArgumentException("a wave has 1 instance or more");
            }
        }

        @Override
        public int of(int all) {
            return instances;
        }
    }

    /**
     * A share of all that are selected, rounded up.
     *
     * @param percent 1 to 100
     */
    record Percent(int percent) implements RolloutWave {

        /** Checks the share. */
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a wave has 1 to 100 percent");
            }
        }

        @Override
        public int of(int all) {
            return (int) ((all * (long) percent + 99) / 100);
        }
    }

    /** A number of instances, such as 1 canary. */
    static RolloutWave count(int instances) {
        return new Count(instances);
    }

    /** A share of all that are selected. */
    static RolloutWave percent(int percent) {
        return new Percent(percent);
    }
}
