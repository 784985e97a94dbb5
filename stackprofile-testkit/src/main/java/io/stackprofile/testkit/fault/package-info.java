/**
 * A store that goes wrong as stores do, by a plan: for tests of services that must come through it.
 *
 * <pre>{@code
 * FaultyStore store = FaultyStore.around(new InMemoryStore());
 * store.plan(FaultPlan.nth(1, StoreFault.LOST_ANSWER));
 * assertFails(ErrorCode.OUTCOME_UNKNOWN, () -> myService.publish("platform"));
 * myService.publish("platform"); // must not publish twice
 * }</pre>
 */
@NullMarked
package io.stackprofile.testkit.fault;

import org.jspecify.annotations.NullMarked;
