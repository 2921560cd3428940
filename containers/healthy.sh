#!/usr/bin/env bash
# Whether http://localhost:PORT/PATH answers with 200; the images have no curl.
set -euo pipefail
exec 3<>"/dev/tcp/localhost/$1"
printf 'GET /%s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${2:-}" >&3
read -r -t 5 answer <&3
[[ $answer == *' 200 '* ]]
