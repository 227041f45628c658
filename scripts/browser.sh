#!/usr/bin/env bash
# The browser tests: real pages in Chromium. They find the program by ESTEEM_BIN and the browser by CHROMIUM.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_node
need_chromium
cargo build "${house[@]}" --bin esteem
export ESTEEM_BIN=$PWD/target/debug/esteem

cd tests/browser
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-progress --loglevel=error
fi
node --test ./*.test.js
