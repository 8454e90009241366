#!/usr/bin/env bash
# Runs the benchmarks, or the one that is named, and prints each figure beside a ceiling measured in the same run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/steps.sh
source build/steps.sh

need_dotnet
need_postgres
mkdir -p artifacts
dotnet build tests/Benchmarks/Benchmarks.csproj -c Release -v quiet -clp:NoSummary >artifacts/bench-build.log 2>&1 ||
  { cat artifacts/bench-build.log >&2; fail "The benchmarks do not build; see above."; }
exec dotnet artifacts/bin/Benchmarks/release/Lawyers.Hub.Benchmarks.dll "$@"
