/**
 * Proves an adapter against the numbered clauses of its SPI: extend a contract, give it something to test, run it.
 *
 * <pre>{@code
 * class MyStoreTest extends StackProfileStoreContract {
 *     @Override
 *     protected StackProfileStore openStore() {
 *         return MyStore.open(emptyDatabase());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.stackprofile.testkit.contract;

import org.jspecify.annotations.NullMarked;
