#!/usr/bin/env bash
# Downloads the on-time data of all US flights, a month at a time, from the Bureau of Transportation Statistics.
set -euo pipefail

base=${FLIGHTS_BTS_URL:-https://transtats.bts.gov/PREZIP}
to=${FLIGHTS_HOME:-var}/downloads/bts
part=
scratch=

usage() {
  cat <<'HELP'
usage: resources/download_data.sh [--to DIR] YEAR [MONTH...]

Downloads the months (all twelve when none is given) of "Reporting Carrier On-Time Performance (1987-present)" as CSV,
some 250 MB each, into DIR, or else ${FLIGHTS_HOME:-var}/downloads/bts. What is there already is skipped, and what
was cut off goes on where it ended. FLIGHTS_BTS_URL names another address to download from.
Exit code 4 says that a month is not published (yet).
HELP
}

die() {
  echo "download_data.sh: $1" >&2
  exit "${2:-1}"
}

is_number() {
  [[ $1 =~ ^[0-9]{1,4}$ ]] && [ "$((10#$1))" -ge "$2" ] && [ "$((10#$1))" -le "$3" ]
}

# Downloads to $part, going on where it ended.
fetch() {
  local url=$1 name=$2 code=0 status show=(--silent)
  [ ! -t 2 ] || show=(--progress-bar)
  status=$(curl --fail --location "${show[@]}" --retry 3 --retry-delay 2 --connect-timeout 20 --speed-limit 1000 \
    --speed-time 60 --write-out '%{http_code}' --continue-at - --output "$part" "$url") || code=$?
  # 416: nothing was left to download. Curl 33: the server cannot go on in the middle.
  case $code:$status in
    0:* | 22:416) ;;
    22:404) die "$name: the server does not have it, or not yet ($url)" 4 ;;
    22:*) die "$name: the server answered $status ($url); run this again later" ;;
    23:*) die "$name: nothing can be written to $to; is the disk full?" ;;
    33:*)
      rm -f "$part"
      fetch "$url" "$name"
      ;;
    6:* | 7:* | 28:000 | 35:*) die "$name: no connection to $url; run this again when the network is back" ;;
    *) die "$name: the download was cut off (curl error $code, $url); run this again to go on" ;;
  esac
}

is_whole() {
  if command -v unzip >/dev/null; then
    unzip -tqq "$1" >/dev/null 2>&1
  elif command -v python3 >/dev/null; then
    python3 -m zipfile -t "$1" >/dev/null 2>&1
  else
    (cd "$scratch" && jar -xf "$1") >/dev/null 2>&1
  fi
}

# Unzips $1 into the folder $scratch.
extract() {
  if command -v unzip >/dev/null; then
    unzip -qq -o "$1" -d "$scratch"
  elif command -v python3 >/dev/null; then
    python3 -m zipfile -e "$1" "$scratch"
  else
    (cd "$scratch" && jar -xf "$1")
  fi
}

# month YEAR MONTH
month() {
  local name="On_Time_Reporting_Carrier_On_Time_Performance_1987_present_$1_$2" csv table
  csv="$to/On_Time_Reporting_Carrier_On_Time_Performance_(1987_present)_$1_$2.csv"
  if [ -f "$csv" ]; then
    echo "$1-$2: is there ($csv)"
    return
  fi
  part="$to/.$name.zip.part"
  scratch="$to/.$name.unzipped"
  echo "$1-$2: downloading $base/$name.zip ..."
  fetch "$base/$name.zip" "$1-$2"
  rm -rf "$scratch"
  mkdir "$scratch" || die "$1-$2: nothing can be written to $to"
  if ! is_whole "$part"; then
    rm -f "$part"
    die "$1-$2: what $base/$name.zip sent is no whole zip file; it is deleted, run this again"
  fi
  extract "$part" || die "$1-$2: it cannot be unzipped in $to; is the disk full?"
  table=$(find "$scratch" -name '*.csv' -print -quit | grep .) || die "$1-$2: there is no table in $base/$name.zip"
  mv "$table" "$csv"
  rm -f "$part"
  echo "$1-$2: done, $(du -h "$csv" | cut -f 1) ($csv)"
}

arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit
      ;;
    --to)
      [ -n "${2:-}" ] || die "--to needs a folder" 2
      to=$2
      shift
      ;;
    -*) die "there is no option $1; --help tells which there are" 2 ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
[ ${#arguments[@]} -gt 0 ] || die "which year? usage: resources/download_data.sh [--to DIR] YEAR [MONTH...]" 2
year=${arguments[0]}
is_number "$year" 1987 2100 || die "$year is no year from 1987 on" 2
months=("${arguments[@]:1}")
[ ${#months[@]} -gt 0 ] || months=(1 2 3 4 5 6 7 8 9 10 11 12)
for number in "${months[@]}"; do
  is_number "$number" 1 12 || die "$number is no month: 1 to 12" 2
done
command -v curl >/dev/null || die "there is no curl: install it (for example: apt-get install curl)"
trap '[ -z "$scratch" ] || rm -rf "$scratch"' EXIT
mkdir -p "$to" 2>/dev/null || die "the folder $to cannot be made"
to=$(cd "$to" && pwd)
for number in "${months[@]}"; do
  month "$((10#$year))" "$((10#$number))"
done
echo "What was asked for of $year is in $to: ./flights train --data $to"
