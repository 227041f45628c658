#!/usr/bin/env bash
# Esteem's own figures next to the goals. Machines are noisy, so a figure fails nothing.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_rust
if compgen -G "tests/benches/*.rs" >/dev/null; then
    cargo bench --package tests || warn "The measurements stopped early."
else
    warn "NOT MEASURED: there is nothing in tests/benches yet."
fi
