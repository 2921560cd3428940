#!/usr/bin/env bash
# check_mongodb.sh URI: does that MongoDB do what the program needs? Runs the tests of the store on it, measures upserts, and looks which
# index answers the questions of the pages. All in databases of its own, which it removes.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -eq 1 ] || { echo "usage: resources/check_mongodb.sh mongodb://HOST:27017" >&2; exit 2; }

FLIGHTS_TEST_MONGODB_URI=$1 "$root/flights" test standalone StoreContractIT RetentionIT FlightImportsIT ModelRegistryIT

mongosh=$(command -v mongosh || find "${XDG_CACHE_HOME:-$HOME/.cache}/flights" -path '*/.bin/mongosh' 2>/dev/null | head -n 1)
[ -n "$mongosh" ] || { echo "check_mongodb.sh: there is no mongosh: install it (npm install -g mongosh) for the rest of the check" >&2; exit 2; }
"$mongosh" --quiet "$1" --file "$root/resources/check_mongodb.js"
