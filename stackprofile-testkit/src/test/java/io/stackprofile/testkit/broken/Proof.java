package io.stackprofile.testkit.broken;

import static java.util.stream.Collectors.joining;

import io.stackprofile.testkit.ClauseSources;
import io.stackprofile.testkit.Contracts;
import io.stackprofile.testkit.contract.Clause;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the contracts prove, and the faults they were seen to catch, as two tables. */
final class Proof {

    private final Map<String, String> wordings;
    private final Map<String, List<String>> tests = new TreeMap<>(Proof::inOrder);
    private final Collection<Caught> caught;

    /**
     * A fault and the tests that failed by it.
     *
     * @param broken the adapter
     * @param by the tests' names
     */
    record Caught(Broken broken, Collection<String> by) {}

    Proof(Collection<Caught> caught) throws IOException {
        this.wordings = ClauseSources.javadoc();
        this.caught = caught;
        Contracts.tests().sorted((a, b) -> a.getName().compareTo(b.getName())).forEach(this::add);
    }

    private void add(Method test) {
        String clause = test.getAnnotation(Clause.class).value();
        String name = shortName(test.getName());
        List<String> names = tests.computeIfAbsent(clause, id -> new ArrayList<>());
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    /** By role, then by number. */
    private static int inOrder(String one, String other) {
        String[] a = one.split("-");
        String[] b = other.split("-");
        return a[0].equals(b[0])
                ? Integer.compare(Integer.parseInt(a[1]), Integer.parseInt(b[1]))
                : a[0].compareTo(b[0]);
    }

    private static String shortName(String test) {
        return test.replaceFirst("^required_[A-Z0-9]+_", "");
    }

    /** One line for a clause and one for a fault; for the console. */
    String text() {
        long roles =
                tests.keySet().stream().map(id -> id.split("-")[0]).distinct().count();
        long proofs = tests.values().stream().mapToLong(List::size).sum();
        return "Clauses and their tests: " + tests.size() + " clauses of " + roles + " roles, " + proofs + " tests\n"
                + tests.entrySet().stream()
                        .map(entry -> "  %-6s %-6s %s"
                                .formatted(
                                        entry.getKey(),
                                        ClauseSources.level(wordings.getOrDefault(entry.getKey(), "")),
                                        String.join(", ", entry.getValue())))
                        .collect(joining("\n"))
                + "\nBroken adapters: " + caught.size() + ", every one caught\n"
                + faults().stream()
                        .map(row -> "  %-6s %s <- %s".formatted(row.get(1), row.get(0), row.get(2)))
                        .collect(joining("\n"));
    }

    /** The same as a document. */
    String markdown() {
        return "# What the contracts prove\n\n"
                + "Written by the build from the contracts and from the adapters that were broken on purpose. A fault is"
                + " caught\nby the tests of the clause that it breaks.\n\n"
                + "## Clauses and the tests that prove them\n\n| Clause | Level | Tests |\n|---|---|---|\n"
                + tests.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | "
                                + ClauseSources.level(wordings.getOrDefault(entry.getKey(), "")) + " | "
                                + String.join(", ", entry.getValue()) + " |")
                        .collect(joining("\n"))
                + "\n\n## Faults and the clauses they break\n\n| Fault | Clause |\n|---|---|\n"
                + faults().stream()
                        .map(row -> "| " + row.get(0) + " | " + row.get(1) + " |")
                        .collect(joining("\n"))
                + "\n";
    }

    private List<List<String>> faults() {
        return caught.stream()
                .map(each -> List.of(
                        each.broken().fault(),
                        each.broken().clause(),
                        each.by().stream().map(Proof::shortName).collect(joining(", "))))
                .sorted((a, b) -> {
                    int byClause = inOrder(a.get(1), b.get(1));
                    return byClause == 0 ? a.get(0).compareTo(b.get(0)) : byClause;
                })
                .toList();
    }

    /** Writes the document beside the test reports. */
    void write() throws IOException {
        Path target = Path.of("target", "contract-proof.md");
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, markdown());
    }
}
