/** A store over JDBC: an embedded SQLite file, or PostgreSQL. */
module io.stackprofile.store.jdbc {
    requires transitive io.stackprofile.spi;
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.jspecify;
    requires static org.xerial.sqlitejdbc;

    exports io.stackprofile.store.jdbc;
}
