#!/usr/bin/env bash
# Everything that must hold, one part after the other; at the end, what ran and what did not.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

passed=() failed=() missed=()

part() {
    local name=$1 start=$SECONDS
    shift
    say "" "== $name"
    if "$@"; then passed+=("$name ($((SECONDS - start)) s)"); else failed+=("$name"); fi
}

miss() {
    warn "NOT TESTED: $1. $2"
    missed+=("$1")
}

summary() {
    say "" "== Summary"
    [ ${#passed[@]} = 0 ] || printf '  passed      %s\n' "${passed[@]}"
    [ ${#missed[@]} = 0 ] || printf '  NOT TESTED  %s\n' "${missed[@]}"
    [ ${#failed[@]} = 0 ] || printf '  FAILED      %s\n' "${failed[@]}"
}

need_rust
need_rust_tools
need_node
[ -d ../shared/data ] || miss "the worked figures, the two whole places, the national files and the CASE samples" \
    "They stand in ../shared/data, which is not there."
if have cargo-nextest; then
    tests=(cargo nextest run "${house[@]}" --no-tests=pass)
else
    tests=(cargo test "${house[@]}" --quiet)
fi

part "format" cargo fmt --all --check
part "clippy, server and browser" scripts/check.sh
part "bundle and style sheet" cargo xtask
part "tests on SQLite" env -u ESTEEM_TEST_DATABASE_URL "${tests[@]}"
if need_postgres; then
    part "tests on PostgreSQL" scripts/postgres.sh "${tests[@]}"
else
    miss "PostgreSQL" "Install it (Debian: apt-get install postgresql), then start again."
fi
if ! compgen -G "tests/browser/*.test.js" >/dev/null; then
    miss "the browser" "There are no tests in tests/browser yet."
elif need_chromium; then
    part "tests in a browser" scripts/browser.sh
else
    miss "the browser" "Install Chromium (Debian: apt-get install chromium), then start again."
fi

summary
[ ${#failed[@]} = 0 ]
