#!/usr/bin/env bash
# Builds everything with warnings as errors and runs every test, or a part of them: unit, integration or e2e.
# The last line is "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/steps.sh
source build/steps.sh

part=${1:-all}
case $part in
  all | unit | integration | e2e) ;;
  *) fail "There is no part '$part': unit, integration, e2e, or nothing for all." ;;
esac

declare -A projects=(
  [unit]="Domain.Tests Application.Tests Architecture.Tests"
  [integration]="Infrastructure.Tests Web.Tests Simulator.Tests"
  [e2e]="EndToEnd.Tests"
)
results=artifacts/test-results
passed=0 failed=0 skipped=0

is_wanted() { [ "$part" = all ] || [ "$part" = "$1" ]; }

count() { # passed, failed, skipped
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

counter() { sed -nE "s/.*<Counters [^>]*\b$2=\"([0-9]+)\".*/\1/p" "$1" | head -n 1; }

# A run that broke off leaves no counters: that is one failure more, never none.
run_project() {
  local project=$1 code=0 file=$results/$1.trx
  echo "== $project"
  dotnet test "tests/$project/$project.csproj" -c Release --no-build --nologo -v quiet \
    --logger "trx;LogFileName=$PWD/$file" --logger "console;verbosity=minimal" || code=$?
  if [ ! -f "$file" ]; then
    count 0 1 0
    return
  fi
  local total executed ok
  total=$(counter "$file" total) executed=$(counter "$file" executed) ok=$(counter "$file" passed)
  count "$ok" $((executed - ok)) $((total - executed))
  if [ "$code" -ne 0 ] && [ "$executed" -eq "$ok" ]; then count 0 1 0; fi
}

run_dashboard() {
  local code=0 file=$PWD/$results/dashboard.json
  echo "== Dashboard"
  (cd src/Dashboard && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$file") || code=$?
  if [ ! -f "$file" ]; then
    count 0 1 0
    return
  fi
  count $(node -e 'const r = require(process.argv[1]); console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests + r.numTodoTests)' "$file")
  if [ "$code" -ne 0 ] && [ "$(node -p 'require(process.argv[1]).numFailedTests' "$file")" -eq 0 ]; then count 0 1 0; fi
}

need_dotnet
need_node
if [ "$part" != unit ]; then
  need_postgres
  need_rabbitmq
  need_clamd
fi
if is_wanted e2e; then need_chromium; fi
rm -rf "$results"
mkdir -p "$results"

build_dashboard
dotnet restore Lawyers.Hub.sln --locked-mode -v quiet || fail "The packages cannot be restored as the lock files say."
dotnet build Lawyers.Hub.sln -c Release --no-restore -v quiet -clp:NoSummary -warnaserror || fail "The build failed; see above."
if is_wanted unit; then
  # Each of these keeps one core busy: side by side they take half as long.
  dotnet format Lawyers.Hub.sln --no-restore --verify-no-changes -v quiet >"$results/format.log" 2>&1 &
  format=$!
  (cd src/Dashboard && npm run --silent lint) >"$results/lint.log" 2>&1 &
  lint=$!
  run_dashboard
  wait "$format" || { cat "$results/format.log" && fail "Some files are not formatted: run 'dotnet format'."; }
  wait "$lint" || { cat "$results/lint.log" && fail "The dashboard's sources do not pass their linter."; }
fi
for group in unit integration e2e; do
  if is_wanted "$group"; then
    for project in ${projects[$group]}; do run_project "$project"; done
  fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
