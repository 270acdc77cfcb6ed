#!/bin/sh
# Starts one Elasticsearch 8.14 node for the tests: start.sh FOLDER PORT. Needs a JDK of 17 or newer, and Maven. Stop it with `kill`.
# Prints the number of its process when it answers; it keeps its files in FOLDER.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$1
port=$2
plugin="$work/home/plugins/loopback"
rm -rf "$work/home" "$work/classes"
mkdir -p "$work/home/config" "$work/home/modules" "$work/home/lib" "$plugin" "$work/classes/plugin" "$work/classes/node"
[ -d "$work/lib" ] || mvn --batch-mode --quiet --file "$here/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$work/lib" >&2
jars=$(printf '%s:' "$work"/lib/*.jar)
javac -nowarn -Xlint:none -cp "$jars" -d "$work/classes/plugin" "$here/LoopbackPlugin.java" >&2
javac -nowarn -Xlint:none -cp "$jars" -d "$work/classes/node" "$here/SingleNode.java" >&2
jar --create --file "$plugin/loopback.jar" -C "$work/classes/plugin" .
cat > "$plugin/plugin-descriptor.properties" <<P
description=HTTP on the loopback address
version=1
name=loopback
classname=LoopbackPlugin
java.version=17
elasticsearch.version=8.14.1
P
java -Xms256m -Xmx512m -Dsun.net.httpserver.nodelay=true -p "$work/lib" --add-modules ALL-MODULE-PATH \
  -cp "$work/classes/node" SingleNode "$work/home" "$port" > "$work/log" 2>&1 &
node=$!
for _try in $(seq 120); do
  if python3 -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$port/_cluster/health', timeout=2)" 2>/dev/null; then
    echo "$node"
    exit 0
  fi
  kill -0 "$node" 2>/dev/null || break
  sleep 0.5
done
tail -20 "$work/log" >&2
kill "$node" 2>/dev/null || true
exit 1
