#!/bin/sh
# Runs the benchmarks and writes the ratios to benchmarks/results. Takes JMH's options: benchmarks/run.sh -p stack=M -f 1
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
./mvnw -q -pl benchmarks -am package -DskipTests
exec java "-Dstackprofile.root=$root" "-Dstackprofile.commit=$(git rev-parse --short HEAD)" \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/class-path.txt)" io.stackprofile.benchmarks.Run "$@"
