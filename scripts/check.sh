#!/usr/bin/env bash
# What the compiler and clippy say of every crate, and of the app as the browser gets it; warnings count.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_rust
need_rust_tools
cargo clippy "${house[@]}" --all-targets -- -D warnings
cargo clippy --package xtask --all-targets -- -D warnings
cargo clippy --package app --target wasm32-unknown-unknown --no-default-features --features hydrate -- -D warnings
