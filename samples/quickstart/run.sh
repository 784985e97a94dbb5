#!/bin/sh
# Builds what the quickstart needs and runs it. Needs a JDK 17 or later, and on the first run a network.
set -eu
here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
root=$(CDPATH='' cd -- "$here/../.." && pwd -P)

echo 'quickstart: building ...' >&2
(cd "$root" && ./mvnw -q -pl samples/quickstart -am package -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip) >&2

terminal=false
if [ -t 2 ]; then terminal=true; fi
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
exec "$java" -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
  -Dstackprofile.terminal=$terminal -jar "$here/target/quickstart.jar" "$@"
