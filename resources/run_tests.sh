# What `./flights test` does; the script flights reads this file.
#
# Maven builds all, and then the tests run side by side, in lanes: a lane is one process with the tests of a module, or with
# some of them. Much of a test's time is waiting, so there is one lane more than there are processors.

java_modules=(core flight model standalone workloads connect flight-spark trainer predictor sql web bench faults)
python_modules=(airflow containers)

# The lanes of a whole run: MODULE, or MODULE:CLASS for a class with a lane of its own. The first one makes the archives of
# classes; those that start many processes come after the three that start none. Else the longest is first.
lanes=(bench:UpIT trainer:TrainingIT trainer predictor airflow bench faults:FaultsIT bench:SparkClusterIT sql web standalone connect flight-spark model workloads flight core faults)

# What --long makes more of, beside the tests with the tag long.
long_options=(-Dflights.test.random=10000 -Dflights.test.kills=10 -Dflights.test.outage=60 -Dflights.test.sample=1)
long_adds="the faults beyond the worst four, ten kills of the predictor instead of one, ten thousand damaged inputs of each kind
  instead of one thousand, outages of a minute, a first training on all flights, and all ways to ask in bench web"

# Less than this for each lane, with the processes that its tests start, and the machine gets slow.
lane_megabytes=4500

test_usage() {
  echo "usage: ./flights test [--long] [MODULE...] [CLASS...]; modules are: ${java_modules[*]} ${python_modules[*]}"
}

# Installs what the tests need and the machine lacks, and says so.
prepare_tests() {
  FLIGHTS_TEST_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
  if [ -z "$FLIGHTS_TEST_CHROMIUM" ]; then
    install_package chromium "the browser tests"
    FLIGHTS_TEST_CHROMIUM=$(command -v chromium || true)
  fi
  FLIGHTS_TEST_MONGOSH=$(command -v mongosh || true)
  if [ -z "$FLIGHTS_TEST_MONGOSH" ]; then
    command -v npm >/dev/null || install_package npm "mongosh"
    local folder="$tools/mongosh-$mongosh_version"
    FLIGHTS_TEST_MONGOSH="$folder/node_modules/.bin/mongosh"
    if [ ! -x "$FLIGHTS_TEST_MONGOSH" ] && command -v npm >/dev/null; then
      echo "flights: installing mongosh in $folder ..."
      npm install --silent --no-audit --no-fund --prefix "$folder" "mongosh@$mongosh_version" || true
    fi
    [ -x "$FLIGHTS_TEST_MONGOSH" ] || FLIGHTS_TEST_MONGOSH=
  fi
  [ -x /usr/sbin/mariadbd ] || command -v mariadbd >/dev/null || install_package mariadb-server "the tests of change data capture"
  [ -n "$FLIGHTS_TEST_CHROMIUM" ] || { echo "flights: there is no Chromium: the browser tests are skipped"; unset FLIGHTS_TEST_CHROMIUM; }
  [ -n "$FLIGHTS_TEST_MONGOSH" ] || { echo "flights: there is no mongosh: its test is skipped"; unset FLIGHTS_TEST_MONGOSH; }
  local programs
  if [ ${#chosen_modules[@]} -eq 0 ] || one_of trainer "${chosen_modules[@]}" || one_of sql "${chosen_modules[@]}"; then
    if prepare_python mlflow MLflow; then export FLIGHTS_TEST_MLFLOW=$programs; else echo "flights: there is no MLflow: its test is skipped"; fi
  fi
  if [ ${#chosen_modules[@]} -eq 0 ] || one_of web "${chosen_modules[@]}" || one_of core "${chosen_modules[@]}"; then
    if prepare_python testing/schemathesis schemathesis; then
      export FLIGHTS_TEST_SCHEMATHESIS=$programs
    else
      echo "flights: there is no schemathesis or codespell: their tests are skipped"
    fi
  fi
  export FLIGHTS_TEST_CHROMIUM FLIGHTS_TEST_MONGOSH PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

# install_package NAME PURPOSE: only where that needs no password.
install_package() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  echo "flights: installing $1 for $2 (apt-get) ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } >/dev/null 2>&1 ||
    echo "flights: $1 cannot be installed"
}

# one_of WORD LIST...
one_of() {
  local word=$1
  shift
  [[ " $* " == *" $word "* ]]
}

# test_files MODULE [CLASS]: the files of its tests, or the one of a class
test_files() {
  if one_of "$1" "${python_modules[@]}"; then
    find "$root/$1/tests" -name "${2:-test_*}.py" -name 'test_*'
  else
    find "$root/$1/src/test/java" -name "${2:-*}.java" \( -name '*Test.java' -o -name '*IT.java' \)
  fi
}

# Sets what is to be run by the words of the command: long, test_options, chosen_modules, and the lanes.
choose_tests() {
  local word module found classes=()
  long= test_options=() chosen_modules=()
  for word; do
    case "$word" in
      --long) long=yes ;;
      -D?*) test_options+=("$word") ;;
      -*) die "there is no option $word; $(test_usage)" ;;
      *) if one_of "$word" "${java_modules[@]}" "${python_modules[@]}"; then chosen_modules+=("$word"); else classes+=("$word"); fi ;;
    esac
  done
  [ ${#chosen_modules[@]} -gt 0 ] || [ ${#classes[@]} -gt 0 ] || return 0
  [ ${#chosen_modules[@]} -gt 0 ] || chosen_modules=("${java_modules[@]}" "${python_modules[@]}")
  if [ ${#classes[@]} -eq 0 ]; then
    for word in "${lanes[@]}"; do
      if one_of "${word%:*}" "${chosen_modules[@]}"; then found+=" $word"; fi
    done
    if one_of containers "${chosen_modules[@]}" && ! one_of airflow "${chosen_modules[@]}"; then found+=" containers"; fi
    read -ra lanes <<<"$found"
    return 0
  fi
  lanes=()
  for word in "${classes[@]}"; do
    found=
    for module in "${chosen_modules[@]}"; do
      [[ $word =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] && [ -n "$(test_files "$module" "$word")" ] || continue
      found=yes
      lanes+=("$module:$word")
    done
    [ -n "$found" ] || die "no test class is named $word in: ${chosen_modules[*]}"
  done
  chosen_modules=()
  for word in "${lanes[@]}"; do
    one_of "${word%:*}" ${chosen_modules[@]+"${chosen_modules[@]}"} || chosen_modules+=("${word%:*}")
  done
}

# Builds what the chosen tests need; what a module's tests run with is written to a file.
build_tests() {
  local log="$root/target/build.log" module needed=
  for module in ${chosen_modules[@]+"${chosen_modules[@]}"}; do
    # These run the program by its script, and gather what images hold.
    if one_of "$module" "${python_modules[@]}"; then module=bench,connect; fi
    needed+="${needed:+,}$module"
  done
  echo "flights: building ..."
  # A running process keeps the jars that it has open; they must not be written over.
  rm -rf "$root"/*/target/flights-*.jar "$root"/target/*.jsa* "$root/target/tests"
  mkdir -p "$root/target/tests"
  if ! (cd "$root" && mvn -B -ntp -T 2 -DskipTests ${needed:+-pl "$needed" -am} package \
    dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
    die "the build has failed: see $log"
  fi
  # Where only a part is built, the next command that needs all of it builds the rest.
  if [ -n "$needed" ]; then rm -f "$built"; else touch "$built"; fi
}

# How many lanes run at the same time.
lanes_at_once() {
  local processors memory
  processors=$(getconf _NPROCESSORS_ONLN)
  memory=$(($(getconf _PHYS_PAGES) / 1024 * $(getconf PAGE_SIZE) / 1024 / lane_megabytes))
  echo $((memory < 1 ? 1 : memory <= processors ? memory : processors + 1))
}

# The processes of a lane run in these.
heap_of() {
  case "$1" in
    trainer | predictor | sql | flight-spark) echo 3g ;;
    model) echo 2g ;;
    *) echo 1g ;;
  esac
}

# run_lane LANE: runs its tests, with one line when they are done, and more when some have failed
run_lane() {
  local lane=$1 module=${1%:*} class= log seconds=$SECONDS counts
  [ "$lane" = "$module" ] || class=${lane#*:}
  log="$root/target/tests/${lane/:/-}.log"
  # What runs for minutes only is not worth optimising.
  export FLIGHTS_JAVA_OPTIONS="${FLIGHTS_JAVA_OPTIONS:--XX:TieredStopAtLevel=1}"
  # What `up` does in the background it does with what others leave of the processors: who starts no `up` is as polite.
  one_of "$module" bench faults "${python_modules[@]}" || renice -n 10 $$ >/dev/null 2>&1 || true
  if one_of "$module" "${python_modules[@]}"; then
    run_python_lane "$module" "$class" >"$log" 2>&1 || true
  else
    run_java_lane "$module" "$class" >"$log" 2>&1 || true
  fi
  counts=$(counts_of "$log")
  # shellcheck disable=SC2086
  set -- $counts
  echo "$counts" >"${log%.log}.counts"
  if [ "$2" -gt 0 ]; then
    failures_of "$log"
    echo "flights: these failures are in $log"
  fi
  times >"${log%.log}.times"
  printf 'flights: %-22s %3d passed, %d failed, %d skipped in %d s, %d s of processor time\n' "$lane" "$1" "$2" "$3" \
    $((SECONDS - seconds)) "$(awk -F '[ms ]+' 'NR == 2 { print int($1 * 60 + $2 + $3 * 60 + $4) }' "${log%.log}.times")"
}

run_java_lane() {
  local module=$1 class=$2 own options=()
  require_java
  cd "$root/$module"
  if [ -n "$class" ]; then
    options=(--include-classname "(.*\\.)?$class")
  else
    options=(--include-classname '.*(Test|IT)')
    for own in ${FLIGHTS_TEST_LANES:-}; do
      [ "${own%:*}" != "$module" ] || [ "$own" = "$module" ] || options+=(--exclude-classname "(.*\\.)?${own#*:}")
    done
  fi
  [ -n "${FLIGHTS_TEST_LONG:-}" ] || options+=(--exclude-tag long)
  # shellcheck disable=SC2086
  "$java" "@$root/jvm.options" "-Xmx$(heap_of "$module")" -XX:+UseSerialGC \
    -XX:ReservedCodeCacheSize=240m $FLIGHTS_JAVA_OPTIONS ${FLIGHTS_TEST_OPTIONS:-} \
    -cp "target/test-classes:$(echo "target/flights-$module"-*.jar):$(cat target/test-classpath)" \
    org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --details-theme=ascii \
    --details=verbose --scan-classpath target/test-classes --reports-dir "$root/target/tests/$module-$class" "${options[@]}"
}

run_python_lane() {
  local module=$1 class=$2 tests=()
  prepare_airflow || { echo "flights: the tests of the workflow are skipped"; return; }
  if [ -n "$class" ]; then
    tests=("$(test_files "$module" "$class")")
  elif [ "$module" = airflow ] && one_of containers ${FLIGHTS_TEST_MODULES:-containers}; then
    tests=(airflow/tests containers/tests)
  else
    tests=("$module/tests")
  fi
  cd "$root"
  "$airflow/python" -m pytest -q -p no:cacheprovider --durations=0 "${tests[@]}"
}

# counts_of LOG: passed, failed and skipped tests. A class that cannot begin counts as one that failed, and so does a lane
# that has no end.
counts_of() {
  awk '
    /^\[ *[0-9]+ (tests|containers) failed/ { failed += $2; known = 1 }
    /^\[ *[0-9]+ tests (skipped|aborted)/ { skipped += $2 }
    /^\[ *[0-9]+ tests successful/ { passed += $2 }
    /^flights: the tests of the workflow are skipped/ { skipped++; known = 1 }
    /^=*[ ]?[0-9].* in [0-9.]+s/ {
      known = 1
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) passed += $(i - 1)
        if ($i ~ /^(failed|errors?)/) failed += $(i - 1)
        if ($i ~ /^skipped/) skipped += $(i - 1)
      }
    }
    END { printf "%d %d %d\n", passed, known ? failed : failed + 1, skipped }' "$1"
}

# What is worth reading first: each test that has failed with its reason, or else the end.
failures_of() {
  local found
  found=$(awk '
    /^[| ]*[+`'"'"']-- / { test = "" }
    { test = test $0 "\n" }
    /status: \[X\]/ { printf "%s", test; test = "" }
    /^=+ (FAILURES|ERRORS)/ { python = 1 }
    python { print }' "$1" | grep -vE '^[| ]+(tags|uniqueId|parent|source|duration): |\sat (org\.junit|java\.base|jdk\.)' | head -n 120) || true
  if [ -n "$found" ]; then echo "$found"; else tail -n 40 "$1"; fi
}

# The seconds of each class of the run, the slowest first.
seconds_of_classes() {
  local log
  for log in "$root"/target/tests/*.log; do
    sed -nE "s/^['\`| +-]*([A-Za-z]+(Test|IT)) finished after ([0-9]+) ms\.$/\1 \3/p" "$log" |
      awk -v lane="$(basename "$log" .log)" '{ ms[$1] += $2 } END { for (name in ms) printf "%8.1f  %-18s %s\n", ms[name] / 1000, lane, name }'
  done | sort -rn
}

# test [--long] [MODULE...] [CLASS...] [-DNAME=VALUE...]
run_tests() {
  local passed=0 failed=0 skipped=0 lane p f s
  choose_tests "$@"
  require_java
  require_maven
  mkdir -p "$root/target"
  prepare_tests
  if [ -n "$long" ]; then
    test_options=("${long_options[@]}" ${test_options[@]+"${test_options[@]}"})
  else
    echo "flights: this is the short form; --long adds" $long_adds
  fi
  build_tests
  export FLIGHTS_TEST_LONG=$long FLIGHTS_TEST_LANES="${lanes[*]}" FLIGHTS_TEST_OPTIONS="${test_options[*]-}" \
    FLIGHTS_TEST_MODULES="${chosen_modules[*]-}"
  echo "flights: running the tests, $(lanes_at_once) lanes at a time; what they say goes to $root/target/tests ..."
  printf '%s\n' "${lanes[@]}" | xargs -n 1 -P "$(lanes_at_once)" "$root/flights" test-lane || true
  for lane in "${lanes[@]}"; do
    read -r p f s <"$root/target/tests/${lane/:/-}.counts" || p=0 f=1 s=0
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done
  seconds_of_classes >"$root/target/tests/seconds.txt"
  echo "flights: seconds of each class: $root/target/tests/seconds.txt"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
