package io.stackprofile.benchmarks.scale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A pool, as a service has one. */
final class HeldConnections extends HikariDataSource {

    HeldConnections(DataSource source) {
        super(configuration(source));
    }

    private static HikariConfig configuration(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        return config;
    }
}
