/** Starts PostgreSQL servers for tests and measurements, durable as a server in production is. */
@org.jspecify.annotations.NullMarked
package io.stackprofile.test.postgres;
