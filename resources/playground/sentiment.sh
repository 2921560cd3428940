#!/usr/bin/env bash
# Sends comments to the topic messages, and prints what comes on predictions and errors.
# Usage: ./flights demo sentiment [FILE], a comment a line. The model has to be served: ./flights predict sentiment
set -euo pipefail
cd "$(dirname "$0")"

comments=${1:-comments.txt}
java=${JAVA:-java} # run by ./flights, which also gives the CLASSPATH
since=$(($(date +%s) * 1000))

"$java" Send.java messages <"$comments"
"$java" Listen.java "$since" "$(grep -c '' "$comments")" predictions errors
