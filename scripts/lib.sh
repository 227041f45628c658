# What the scripts share: plain messages, and tools that install themselves where that is possible.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Our crates, but for the build tool: its libraries would choose other features for theirs. Every script
# names this one set, because cargo builds a library again for each set of features.
# shellcheck disable=SC2034
house=(--workspace --exclude xtask)

say() { printf '%s\n' "$*"; }
warn() { printf '\n*** %s\n\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# Debian packages, without questions; fails where there is no apt-get, no root or no network.
install_debian() {
    have apt-get && [ "$(id -u)" = 0 ] || return 1
    say "  installing $* (Debian)"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@" >/dev/null
}

need_rust() {
    have cargo || {
        warn "Rust is missing. Install it from https://rustup.rs, then start again."
        return 1
    }
    local libraries
    libraries=$(rustc --print target-libdir --target wasm32-unknown-unknown)
    [ -d "$libraries" ] || {
        say "  adding Rust's WebAssembly target"
        rustup target add wasm32-unknown-unknown
    }
}

# rustfmt and clippy; a checkout with rustup's full profile has them.
need_rust_tools() {
    { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1 || rustup component add rustfmt clippy
}

need_node() {
    { have node && have npm; } || install_debian nodejs npm || {
        warn "Node.js and npm are missing. Install them (Debian: apt-get install nodejs npm), then start again."
        return 1
    }
}

# Sets CHROMIUM to a browser's path.
need_chromium() {
    local name
    have chromium || have chromium-browser || have google-chrome || install_debian chromium || return 1
    for name in chromium chromium-browser google-chrome; do
        CHROMIUM=$(command -v "$name") && export CHROMIUM && return 0
    done
    return 1
}

need_sqlite() {
    have sqlite3 || install_debian sqlite3
}

# Sets POSTGRES_BIN to the folder with initdb and pg_ctl, which Debian keeps off the path.
need_postgres() {
    find_postgres || { install_debian postgresql && find_postgres; }
}

find_postgres() {
    local initdb
    initdb=$(command -v initdb || find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
    [ -n "$initdb" ] && POSTGRES_BIN=$(dirname "$(readlink -f "$initdb")") && export POSTGRES_BIN
}
