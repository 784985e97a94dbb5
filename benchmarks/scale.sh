#!/bin/sh
# Fills stores with a million profiles, versions and instances and measures them: benchmarks/scale.sh [ROWS] [sqlite] [postgresql]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
./mvnw -q -pl benchmarks -am package -DskipTests
exec java -Xmx2g -Dstackprofile.progress=true "-Dstackprofile.root=$root" "-Dstackprofile.commit=$(git rev-parse --short HEAD)" \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/class-path.txt)" io.stackprofile.benchmarks.scale.ScaleRun "$@"
