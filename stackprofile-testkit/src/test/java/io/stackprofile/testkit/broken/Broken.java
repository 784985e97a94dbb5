package io.stackprofile.testkit.broken;

import java.util.function.Supplier;

/**
 * An adapter with one fault.
 *
 * @param clause the clause it breaks
 * @param fault what it does wrong
 * @param contract makes the contract that must notice
 * @param tests what the names of the clause's tests that are run contain; empty for all of them
 */
record Broken(String clause, String fault, Supplier<?> contract, String tests) {

    Broken(String clause, String fault, Supplier<?> contract) {
        this(clause, fault, contract, "");
    }
}
