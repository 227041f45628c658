#!/usr/bin/env bash
# The race for the last seats, many times over on each database: scripts/races.sh [ROUNDS]. What `make test` does ten times.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_rust
need_postgres || {
    warn "PostgreSQL is missing. Install it (Debian: apt-get install postgresql), then start again."
    exit 1
}
export ESTEEM_TEST_RACES=${1:-200}
race=(cargo test "${house[@]}" --test processes racing::)

say "" "== $ESTEEM_TEST_RACES rounds on SQLite"
env -u ESTEEM_TEST_DATABASE_URL "${race[@]}"
say "" "== $ESTEEM_TEST_RACES rounds on PostgreSQL"
scripts/postgres.sh "${race[@]}"
