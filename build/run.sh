#!/usr/bin/env bash
# Builds and starts the hub on its own private database, with the WhatsApp simulator beside it and a demo firm in it. Ctrl-C stops all.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=build/steps.sh
source build/steps.sh

hub_url=${ASPNETCORE_URLS:-http://127.0.0.1:5080}
hub_url=${hub_url%%;*}
simulator_url=${Simulator__Urls:-http://127.0.0.1:5081}
data=${Hub__DataDirectory:-$root/artifacts/data}
mkdir -p "$data" 2>/dev/null || fail "The data directory $data cannot be made: set Hub__DataDirectory to one that this user may write to."
[ -w "$data" ] && [ -x "$data" ] || fail "The data directory $data is not this user's to write to: give it the right, or set Hub__DataDirectory to another."
data=$(cd "$data" && pwd)

hub= simulator= step=
running=$data/running # this script's process, then those it started
stop() {
  trap '' INT TERM
  for process in $step $simulator $hub; do kill -TERM "$process" 2>/dev/null || true; done
  for process in $step $simulator $hub; do wait "$process" 2>/dev/null || true; done
  [ -z "$hub" ] || rm -f "$running"
}

# A step in the background that is waited for: only so is a signal answered at once instead of after the step.
foreground() {
  setpriv --pdeathsig TERM "$@" &
  step=$!
  local code=0
  wait "$step" || code=$?
  step=
  return "$code"
}
trap 'stop; exit 0' INT TERM
trap 'stop' EXIT

build_programs() {
  local log
  log=$(mktemp)
  echo "Building the hub and the simulator ..."
  for project in src/Web/Web.csproj src/Simulator/Simulator.csproj; do
    if ! foreground dotnet build "$project" -c Release -v quiet -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=false >"$log" 2>&1; then
      cat "$log" >&2
      rm -f "$log"
      fail "The build of $project failed; see above."
    fi
  done
  rm -f "$log"
}

answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

port_must_be_free() {
  local address=${1#*://} host port
  address=${address%%/*}
  host=${address%:*} port=${address##*:}
  if answers "$host" "$port"; then fail "Port $port on $host is taken, but $2 needs it: stop what listens there, or set $3."; fi
}

is_process() { tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -q "$2"; }

# A kill -9 of this script takes the hub and the simulator along; they need a moment to put down what they hold.
leftovers_must_leave() {
  local script started process deadline=$((SECONDS + 20))
  [ -f "$running" ] || return 0
  read -r script started <"$running" || true
  if is_process "$script" build/run.sh; then return 0; fi # it runs, and the port says so
  for process in $started; do
    while is_process "$process" Lawyers.Hub; do
      [ "$SECONDS" -lt "$deadline" ] || fail "Process $process of an earlier start does not stop: end it with 'kill -9 $process' and start again."
      sleep 0.2
    done
  done
  rm -f "$running"
}

is_ready() { curl --silent --fail --max-time 2 --output /dev/null "$1"; }

wait_until_ready() { # name, process, address
  local deadline=$((SECONDS + 180))
  until is_ready "$3"; do
    if ! kill -0 "$2" 2>/dev/null; then
      wait "$2" && code=0 || code=$?
      printf '%s\n' "$1 stopped while it started (exit code $code); see above." >&2
      [ "$code" -ne 0 ] || code=1
      exit "$code"
    fi
    [ "$SECONDS" -lt "$deadline" ] || fail "$1 does not answer at $3 after three minutes; its log is $data/$1.log."
    sleep 0.2
  done
}

say_ready() {
  local credentials=$data/credentials.json
  cat <<TEXT

Lawyers.Hub is ready.
  Dashboard       $hub_url
  Phone (client)  $simulator_url
  API             $hub_url/swagger

  Sign in as
TEXT
  tr -d '\n' <"$credentials" | grep -oE '\{[^{}]*"password"[^{}]*\}' |
    sed -nE 's/.*"role": *"([^"]*)".*"email": *"([^"]*)".*"password": *"([^"]*)".*/    \1  \2  \3/p' |
    while read -r role email password; do printf '    %-11s %-32s %s\n' "$role" "$email" "$password"; done
  cat <<TEXT

  All credentials: $credentials
  Logs: $data/hub.log, $data/simulator.log
  Ctrl-C stops everything.
TEXT
}

need_dotnet
command -v curl >/dev/null 2>&1 || install_packages curl
need_postgres
leftovers_must_leave
port_must_be_free "$hub_url" "the hub" ASPNETCORE_URLS
port_must_be_free "$simulator_url" "the simulator" Simulator__Urls
build_dashboard
build_programs

# In sessions of their own: the terminal's Ctrl-C reaches this script, which stops them in order. Should it die itself, they are told to.
Hub__Demo=${Hub__Demo:-true} Hub__DataDirectory=$data ASPNETCORE_URLS=$hub_url Simulator__Urls=$simulator_url \
  WhatsApp__GraphBaseUrl=${WhatsApp__GraphBaseUrl:-$simulator_url} Dashboard__Folder=$root/src/Dashboard/dist \
  setsid setpriv --pdeathsig TERM dotnet artifacts/bin/Web/release/Lawyers.Hub.Web.dll >>"$data/hub.log" 2> >(tee -a "$data/hub.log" >&2) &
hub=$!
printf '%s\n' "$$ $hub" >"$running"
wait_until_ready hub "$hub" "$hub_url/health/ready"

Simulator__Credentials=$data/credentials.json Simulator__HubUrl=$hub_url Simulator__Urls=$simulator_url \
  Simulator__DataDirectory=$data/simulator \
  setsid setpriv --pdeathsig TERM dotnet artifacts/bin/Simulator/release/Lawyers.Hub.Simulator.dll >>"$data/simulator.log" 2> >(tee -a "$data/simulator.log" >&2) &
simulator=$!
printf '%s\n' "$$ $hub $simulator" >"$running"
wait_until_ready simulator "$simulator" "$simulator_url/health/ready"

say_ready
wait -n "$hub" "$simulator" && code=0 || code=$?
if kill -0 "$hub" 2>/dev/null; then name="The simulator"; else name="The hub"; fi
printf '%s\n' "$name stopped by itself (exit code $code)." >&2
exit 1
