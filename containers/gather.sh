#!/usr/bin/env bash
# Gathers what an image holds from a built tree: containers/gather.sh FOLDER MODULE... ; its class paths name FOLDER.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
to=$1
shift
mkdir -p "$to/lib" "$to/target" "$to/resources"
cp "$root/flights" "$root/jvm.options" "$to/"
cp "$root/resources/commands.txt" "$to/resources/"
# Help comes from core.
for module in core "$@"; do
  mkdir -p "$to/$module/target"
  cp "$root/$module/target/flights-$module"-*.jar "$to/$module/target/"
  tr ':' '\n' <"$root/$module/target/classpath" | while read -r jar; do
    [ -f "$to/lib/${jar##*/}" ] || cp "$jar" "$to/lib/"
    printf '%s\n' "$to/lib/${jar##*/}"
  done | paste -s -d ':' >"$to/$module/target/classpath"
done
touch "$to/target/built"
