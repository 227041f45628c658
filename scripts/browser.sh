#!/usr/bin/env bash
# The browser tests: real pages in Chromium. They find the program by ESTEEM_BIN and the browser by CHROMIUM.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_node
need_chromium
# With the tests, as the parts before this one do: by itself the program would want its libraries with other features, and
# they would all be built again.
cargo test "${house[@]}" --quiet --no-run
export ESTEEM_BIN=$PWD/target/debug/esteem

cd tests/browser
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-progress --loglevel=error
fi
node --test ./*.test.js
