package io.stackprofile.store.jdbc;

/**
 * How a store uses a PostgreSQL database. Immutable.
 *
 * <pre>{@code
 * PostgresqlOptions.builder().applySchema(false).build()
 * }</pre>
 */
public final class PostgresqlOptions {

    /** How far transactions are kept apart. The store keeps its contract at either. */
    public enum Isolation {
        /** Each statement sees what was committed before it; the usual choice. */
        READ_COMMITTED("READ COMMITTED"),
        /** Transactions act as one after the other; more of them are run again. */
        SERIALIZABLE("SERIALIZABLE");

        private final String sql;

        Isolation(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    private final Isolation isolation;
    private final boolean applySchema;
    private final int retries;

    private PostgresqlOptions(Builder builder) {
        this.isolation = builder.isolation;
        this.applySchema = builder.applySchema;
        this.retries = builder.retries;
    }

    /** A new builder, with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** How far writes are kept apart. */
    public Isolation isolation() {
        return isolation;
    }

    /** Whether opening makes the tables and brings them to this library's version. */
    public boolean applySchema() {
        return applySchema;
    }

    /** How often a transaction that met another is run again before the call fails. */
    public int retries() {
        return retries;
    }

    /** Builds {@link PostgresqlOptions}. */
    public static final class Builder {

        private Isolation isolation = Isolation.READ_COMMITTED;
        private boolean applySchema = true;
        private int retries = 20;

        private Builder() {}

        /** How far writes are kept apart; {@code READ_COMMITTED} by default. */
        public Builder isolation(Isolation isolation) {
            this.isolation = isolation;
            return this;
        }

        /**
         * Whether opening makes the tables and brings them to this library's version, the default. Else they are made
         * by the scripts in the jar's {@code io/stackprofile/store/jdbc/schema/postgresql}, with a tool of yours, and
         * opening refuses a schema of another version.
         */
        public Builder applySchema(boolean apply) {
            this.applySchema = apply;
            return this;
        }

        /**
         * How often a transaction that met another (a serialisation failure, a deadlock, a name taken in between) is
         * run again before the call fails; 20 by default, with pauses of up to a quarter of a second.
         *
         * @throws IllegalArgumentException for a negative number
         */
        public Builder retries(int retries) {
            if (retries < 0) {
                throw new IllegalArgumentException("a transaction is run again 0 times or more, not " + retries);
            }
            this.retries = retries;
            return this;
        }

        /** The options. */
        public PostgresqlOptions build() {
            return new PostgresqlOptions(this);
        }
    }
}
