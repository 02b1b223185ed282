# cluster.sh DIRECTORY: a PostgreSQL cluster in the directory, on a socket there, until standard input ends. Reads the lines start and stop
# and answers each with a line. Nothing of it is a service of the machine, and no port is used.
set -eu
dir=$1
exec 2>>"$dir/log"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
fail() { echo "failed: $(tail -n 5 "$dir/log" | tr '\n' ' ')"; exit 1; }

start() {
  "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=150 -c shared_buffers=16MB >&2 &
  server=$!
  until "$bin/pg_isready" -q -h "$dir"; do
    kill -0 "$server" || fail
    sleep 0.05
  done
  echo started
}

stop() {
  kill -INT "$server"
  wait "$server" || true
  echo stopped
}

# Without the locales of the machine: C is always there.
"$bin/initdb" -D "$dir/data" -U console -A trust -E UTF8 --locale=C --no-sync >&2 || fail
start
while read -r command; do "$command"; done
kill -QUIT "$server" || true
wait "$server" || true
cd /
rm -rf "$dir"
