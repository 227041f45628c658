#!/usr/bin/env bash
# From a fresh clone to the demonstration in the browser, without a question.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

say "1/4  Looking for what the build needs (Rust with WebAssembly, Node.js)"
need_rust
need_node

say "2/4  Building what the browser loads (the first time takes some minutes)"
cargo xtask

say "3/4  Building the server (the first time takes some minutes)"
cargo build "${house[@]}" --bin esteem

say "4/4  Serving the demonstration from esteem.db; Ctrl-C stops, make clean-demo forgets it"
exec target/debug/esteem serve --demo
