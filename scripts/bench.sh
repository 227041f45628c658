#!/usr/bin/env bash
# Esteem's own figures next to the goals. Machines are noisy, so a figure fails nothing.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_rust
need_node
cargo xtask
cargo build --release "${house[@]}" --bin esteem

# The part `coverage` fills databases by their own shells, and measures on both.
beside=()
if [ $# = 0 ] || [[ " $* " = *" coverage "* ]]; then
    need_sqlite || {
        warn "The shell of SQLite is missing. Install it (Debian: apt-get install sqlite3), then start again."
        exit 1
    }
    if need_postgres; then beside=(scripts/postgres.sh); fi
fi
ESTEEM_BIN=$PWD/target/release/esteem "${beside[@]}" node tests/bench/goals.js "$@"
