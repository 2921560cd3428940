#!/usr/bin/env bash
# Sends comments to the topic messages, and prints what comes on predictions and errors.
# Usage: ./flights demo sentiment [FILE], a comment a line. The model has to be served: ./flights predict sentiment
set -euo pipefail
cd "$(dirname "$0")"

comments=${1:-comments.txt}
servers=${KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:${FLIGHTS_KAFKA_PORT:-9092}}
java=${JAVA:-java} # run by ./flights, which also gives the CLASSPATH with Kafka's client
since=$(($(date +%s) * 1000))

"$java" Send.java "$servers" messages <"$comments"
"$java" Listen.java "$servers" "$since" "$(grep -c '' "$comments")" predictions errors
