package io.stackprofile.testkit.broken;

import io.stackprofile.testkit.contract.Clause;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs a contract's tests of one clause, as JUnit would, and collects what failed. */
final class ContractRun {

    private ContractRun() {}

    /** The failures of the tests of the broken clause, by test, each on a fresh contract. */
    static Map<String, Throwable> failures(Broken broken) throws ReflectiveOperationException {
        String clause = broken.clause();
        Supplier<?> contract = broken.contract();
        Map<String, Throwable> failures = new TreeMap<>();
        List<Method> tests = Arrays.stream(contract.get().getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> method.getAnnotation(Clause.class).value().equals(clause))
                .filter(method -> method.getName().contains(broken.tests()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        if (tests.isEmpty()) {
            throw new IllegalArgumentException("no test proves " + clause);
        }
        for (Method test : tests) {
            Object instance = contract.get();
            invokeAll(instance, BeforeEach.class);
            try {
                test.invoke(instance);
            } catch (InvocationTargetException e) {
                if (!(e.getTargetException() instanceof TestAbortedException)) {
                    failures.put(test.getName(), e.getTargetException());
                }
            } finally {
                invokeAll(instance, AfterEach.class);
            }
        }
        return failures;
    }

    private static void invokeAll(Object instance, Class<? extends Annotation> when)
            throws ReflectiveOperationException {
        for (Method method : instance.getClass().getMethods()) {
            if (method.isAnnotationPresent(when)) {
                method.invoke(instance);
            }
        }
    }
}
