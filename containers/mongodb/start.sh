#!/usr/bin/env bash
# Starts MongoDB as a replica set of one, with users.
set -euo pipefail
key=/data/configdb/key
if [ ! -s "$key" ]; then
  (umask 077 && head -c 512 /dev/urandom | base64 -w 0 >"$key")
  chown mongodb:mongodb "$key"
fi
exec docker-entrypoint.sh mongod --bind_ip_all --replSet rs0 --keyFile "$key"
