#!/usr/bin/env bash
# Esteem's own figures next to the goals. Machines are noisy, so a figure fails nothing.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_rust
need_node
cargo xtask
cargo build --release "${house[@]}" --bin esteem
ESTEEM_BIN=$PWD/target/release/esteem node tests/bench/goals.js "$@"
