package io.stackprofile.testkit.broken;

import java.util.function.Supplier;

/**
 * An adapter with one fault.
 *
 * @param clause the clause it breaks
 * @param fault what it does wrong
 * @param contract makes the contract that must notice
 */
record Broken(String clause, String fault, Supplier<?> contract) {}
