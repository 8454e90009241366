# The steps that the scripts share: saying what went wrong in one sentence, bringing what is missing, building the dashboard.
# Sourced from the repository's root, not run.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo -n "$@"
  else
    return 1
  fi
}

lists_are_fresh=
install_packages() {
  command -v apt-get >/dev/null 2>&1 || fail "These packages are missing and there is no apt-get to install them with: $*."
  if [ -z "$lists_are_fresh" ]; then
    as_root apt-get update -qq >/dev/null || fail "The package lists cannot be updated (apt-get update); install these by hand: $*."
    lists_are_fresh=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    fail "These packages cannot be installed with apt-get: $*."
}

# The server's programs lie outside the PATH, in a folder for each version; PG_BIN names another place.
need_postgres() {
  if [ -n "${PG_BIN:-}" ] && [ -x "$PG_BIN/initdb" ]; then return; fi
  if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then return; fi
  echo "Installing PostgreSQL ..."
  install_packages postgresql postgresql-contrib
}

# For the tests, which start brokers of their own.
need_rabbitmq() {
  if [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]; then return; fi
  echo "Installing RabbitMQ ..."
  install_packages rabbitmq-server
}

# The scanner of files, for the tests: they start it with signatures of their own.
need_clamd() {
  if [ -x /usr/sbin/clamd ]; then return; fi
  echo "Installing ClamAV's daemon ..."
  install_packages clamav-daemon
}

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || fail "The .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH."
  dotnet --version >/dev/null 2>&1 || fail "The .NET 10 SDK that global.json names is missing; 'dotnet --list-sdks' shows what is there."
}

need_node() {
  command -v npm >/dev/null 2>&1 || fail "Node.js 20 or later with npm is missing: install it so that 'node' and 'npm' are on the PATH."
  local major
  major=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  [ "$major" -ge 20 ] || fail "Node.js 20 or later is needed; this is $(node --version)."
}

need_chromium() {
  if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; then return; fi
  echo "Installing Chromium ..."
  install_packages chromium fonts-liberation fonts-dejavu-core
}

# npm ci only where the lock file changed since the last time; half an installation leaves no mark.
dashboard_modules() {
  local mark=node_modules/.installed-for
  if [ -f "$mark" ] && [ "$(cat "$mark")" = "$(sha256sum package-lock.json)" ]; then return; fi
  npm ci --no-audit --no-fund --loglevel=error || fail "The dashboard's packages cannot be installed (npm ci)."
  sha256sum package-lock.json >"$mark"
}

# The dashboard comes before the hub, which takes the built files along. Only what changed is built again.
build_dashboard() {
  need_node
  local mark=artifacts/dashboard-built-from sources
  sources=$(cd src/Dashboard && find . \( -name node_modules -o -name dist \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  (cd src/Dashboard && dashboard_modules)
  if [ -f src/Dashboard/dist/index.html ] && [ -f "$mark" ] && [ "$(cat "$mark")" = "$sources" ]; then return; fi
  echo "Building the dashboard ..."
  (cd src/Dashboard && npm run --silent build) || fail "The dashboard does not build; see above."
  mkdir -p artifacts
  printf '%s\n' "$sources" >"$mark"
}
