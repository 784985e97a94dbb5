# Sourced by the scripts beside it, with $root set: builds what they run if it is older than its sources, and sets $classpath.
built="$root/benchmarks/target/scored.stamp"
changed=yes
if [ -f "$built" ]; then
    changed=$(cd "$root" && find pom.xml benchmarks/pom.xml benchmarks/src/main stackprofile-*/pom.xml stackprofile-*/src/main \
        -newer "$built" -print | head -n 1)
fi
if [ -n "$changed" ]; then
    (cd "$root" && ./mvnw -q -pl benchmarks -am package -Dmaven.test.skip=true -Dspotless.check.skip=true)
    touch "$built"
fi
classpath="$root/benchmarks/target/classes:$(cat "$root/benchmarks/target/class-path.txt")"
