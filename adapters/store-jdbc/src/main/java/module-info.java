/** A store over JDBC: an embedded SQLite file. */
module io.stackprofile.store.jdbc {
    requires transitive io.stackprofile.spi;
    requires java.sql;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports io.stackprofile.store.jdbc;
}
