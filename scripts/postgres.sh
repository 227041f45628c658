#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which is gone afterwards: scripts/postgres.sh COMMAND…
#
# The command finds it by ESTEEM_TEST_DATABASE_URL, over a socket: a port might be somebody else's.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

need_postgres || {
    warn "PostgreSQL is missing. Install it (Debian: apt-get install postgresql), then start again."
    exit 1
}

folder=$(mktemp -d)
owner=()
if [ "$(id -u)" = 0 ]; then
    # PostgreSQL refuses to run as root.
    chown postgres "$folder"
    owner=(runuser -u postgres --)
fi

stop() {
    "${owner[@]}" "$POSTGRES_BIN/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

"${owner[@]}" "$POSTGRES_BIN/initdb" --pgdata="$folder/data" --no-sync --auth=trust --username=esteem \
    --encoding=UTF8 --locale=C.UTF-8 >/dev/null
# Nothing here outlives the tests, so nothing waits for the disk.
"${owner[@]}" "$POSTGRES_BIN/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --options="-k $folder \
    -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=300" start >/dev/null
"${owner[@]}" "$POSTGRES_BIN/createdb" --host="$folder" --username=esteem esteem

export ESTEEM_TEST_DATABASE_URL="postgres://esteem@localhost/esteem?host=$folder"
"$@"
