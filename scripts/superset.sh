#!/bin/sh
# A Superset (and, where it is wanted, a PostgreSQL) on this machine: for the tests, for a trial, as an example.
#
#   scripts/superset.sh install                          once per machine: virtual environment, initialised metadata
#   scripts/superset.sh start --home DIR --port N        on 127.0.0.1, with metadata of its own in DIR; prints the address
#   scripts/superset.sh stop --home DIR
#   scripts/superset.sh installed                        says where it is; exit code 1 where it is not
#   scripts/superset.sh postgres-start --home DIR --port N   Debian's PostgreSQL, empty, on 127.0.0.1; prints the JDBC address
#          (user ipw, password in DIR/postgres-password)
#   scripts/superset.sh postgres-stop --home DIR
#
# The administrator's password of a started server is IPW_SUPERSET_ADMIN_PASSWORD where it is set, else it is drawn and
# kept in DIR/admin-password. IPW_SUPERSET_METADATA (a database's address) keeps the metadata elsewhere than in SQLite;
# IPW_SUPERSET_WORKERS and IPW_SUPERSET_WORKER_CLASS (gthread, sync) say how many answer at once, and how. Passwords and
# keys are never on a command line.
set -eu

version=6.1.0
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
config=$here/superset/superset_config.py
cache=${IPW_SUPERSET_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/ipw/superset}
# another version or other packages are another installation: nothing is changed in place
print=$( (echo "$version"; cat "$here/superset/requirements.txt") | cksum | tr ' ' '-')
place=$cache/$version-$print
venv=$place/venv

die() {
    echo "superset.sh: $1" >&2
    exit "${2:-1}"
}

action=${1:-}
[ $# -gt 0 ] && shift
home=
port=8088
workers=${IPW_SUPERSET_WORKERS:-2}
# gthread bears browsers that connect without asking anything; sync, behind a proxy that does, shares requests out evenly
worker_class=${IPW_SUPERSET_WORKER_CLASS:-gthread}
while [ $# -gt 0 ]; do
    case $1 in
        --home) home=$2; shift 2 ;;
        --port) port=$2; shift 2 ;;
        *) die "不认识的选项 unknown option: $1" 2 ;;
    esac
done

need_home() {
    [ -n "$home" ] || die "缺少 --home DIR (where its files lie)" 2
    mkdir -p "$home"
    home=$(CDPATH='' cd -- "$home" && pwd -P)
}

# A Python that Superset runs on. A shim that only says "not found" does not count, so it is asked.
find_python() {
    for candidate in python3.11 python3.10 python3.12 python3 \
        /usr/bin/python3.11 /usr/bin/python3.10 /usr/bin/python3.12; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))' \
            >/dev/null 2>&1; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

draw() {
    od -An -N 24 -tx1 /dev/urandom | tr -d ' \n'
}

is_installed() {
    [ -f "$place/complete" ]
}

# The metadata are initialised once and copied by each server. The administrator of the template has a password that
# nobody knows: each server sets its own.
install_superset() {
    is_installed && return 0
    python=$(find_python) || die "需要 Python 3.10—3.12 和 venv (Python 3.10 to 3.12 with venv is missing)"
    mkdir -p "$cache"
    building=$place.$$
    rm -rf "$building"
    trap 'rm -rf "$building"' EXIT
    mkdir -p "$building/template"
    # scripts of a virtual environment carry its path: it is made where it stays
    rm -rf "$venv"
    mkdir -p "$place"
    "$python" -m venv "$venv"
    "$venv/bin/pip" install -q --prefer-binary --disable-pip-version-check -r "$here/superset/requirements.txt" \
        "apache-superset==$version" || die "安装 Superset 失败 (pip install failed)"
    (
        export IPW_SUPERSET_HOME="$building/template" SUPERSET_CONFIG_PATH="$config" FLASK_APP="superset.app:create_app()"
        SUPERSET_SECRET_KEY=$(draw)
        export SUPERSET_SECRET_KEY
        cd "$building"
        "$venv/bin/superset" db upgrade
        "$venv/bin/superset" fab create-admin --username admin --firstname ipw --lastname ipw --email admin@localhost \
            --password "$(draw)"
        "$venv/bin/superset" init
    ) >"$place/install.log" 2>&1 || die "初始化 Superset 失败，见 $place/install.log (initialising failed)"
    [ -s "$building/template/superset.db" ] || die "没有生成元数据库，见 $place/install.log"
    rm -rf "$place/template"
    mv "$building/template" "$place/template"
    : >"$place/complete"
}

start() {
    need_home
    is_installed || die "尚未安装：先运行 scripts/superset.sh install (not installed yet)"
    if [ -f "$home/superset.pid" ] && kill -0 "$(cat "$home/superset.pid")" 2>/dev/null; then
        die "已在运行 (already running): $home"
    fi
    umask 077
    mkdir -p "$home/cache"
    [ -f "$home/secret-key" ] || draw >"$home/secret-key"
    SUPERSET_SECRET_KEY=$(cat "$home/secret-key")
    export SUPERSET_SECRET_KEY IPW_SUPERSET_HOME="$home" SUPERSET_CONFIG_PATH="${IPW_SUPERSET_CONFIG:-$config}"
    if [ ! -f "$home/admin-set" ]; then
        [ -n "${IPW_SUPERSET_METADATA:-}" ] || cp "$place/template/superset.db" "$home/superset.db"
        if [ -n "${IPW_SUPERSET_ADMIN_PASSWORD:-}" ]; then
            printf '%s' "$IPW_SUPERSET_ADMIN_PASSWORD" >"$home/admin-password"
        else
            draw >"$home/admin-password"
        fi
        if [ -n "${IPW_SUPERSET_METADATA:-}" ]; then
            initialise_other
        else
            "$venv/bin/python" "$here/superset/set_password.py" "$home/superset.db" "$home/admin-password"
        fi
        : >"$home/admin-set"
    fi
    cd "$home"
    "$venv/bin/gunicorn" --config "$here/superset/gunicorn_config.py" --workers "$workers" --worker-class "$worker_class" --threads 4 --timeout 120 \
        --bind "127.0.0.1:$port" --pid "$home/superset.pid" --log-file "$home/superset.log" --capture-output --daemon --preload \
        "superset.app:create_app()"
    wait_for "$port" || { tail -n 5 "$home/superset.log" >&2; die "Superset 没有启动，见 $home/superset.log"; }
    echo "http://127.0.0.1:$port"
}

# Metadata in a database of their own (PostgreSQL): made there, which takes a minute.
initialise_other() {
    export FLASK_APP="superset.app:create_app()"
    {
        "$venv/bin/superset" db upgrade &&
            "$venv/bin/superset" fab create-admin --username admin --firstname ipw --lastname ipw \
                --email admin@localhost --password "$(cat "$home/admin-password")" &&
            "$venv/bin/superset" init
    } >"$home/initialise.log" 2>&1 || die "初始化元数据库失败，见 $home/initialise.log"
}

# Two minutes at most.
wait_for() {
    left=240
    while [ "$left" -gt 0 ]; do
        if "$venv/bin/python" -c "
import sys, urllib.request
urllib.request.build_opener(urllib.request.ProxyHandler({})).open('http://127.0.0.1:$1/health', timeout=2)" \
            >/dev/null 2>&1; then
            return 0
        fi
        left=$((left - 1))
        sleep 0.5
    done
    return 1
}

# Only the process that start wrote down.
stop_pid() {
    [ -f "$1" ] || return 0
    pid=$(head -n 1 "$1")
    kill "$2" "$pid" 2>/dev/null || { rm -f "$1"; return 0; }
    left=100
    while kill -0 "$pid" 2>/dev/null && [ "$left" -gt 0 ]; do
        left=$((left - 1))
        sleep 0.1
    done
    # a worker in the middle of a request does not listen: it and its parent are known by their numbers
    if kill -0 "$pid" 2>/dev/null; then
        # shellcheck disable=SC2046
        kill -KILL "$pid" $(ps -o pid= --ppid "$pid") 2>/dev/null || true
    fi
    rm -f "$1"
}

postgres_bin() {
    for bin in "${IPW_POSTGRES_BIN:-/nowhere}" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
        [ -x "$bin/initdb" ] && found=$bin
    done
    [ -n "${found:-}" ] || die "需要 PostgreSQL：apt-get install -y postgresql (PostgreSQL is missing)"
    echo "$found"
}

# PostgreSQL refuses to run as root: then it runs as the user that Debian's package made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

postgres_start() {
    need_home
    bin=$(postgres_bin)
    mkdir -p "$home/postgres"
    [ "$(id -u)" != 0 ] || chown postgres "$home/postgres"
    if [ ! -f "$home/postgres/data/PG_VERSION" ]; then
        draw >"$home/postgres-password"
        install -m 600 "$home/postgres-password" "$home/postgres/password"
        [ "$(id -u)" != 0 ] || chown postgres "$home/postgres/password"
        as_postgres "$bin/initdb" -D "$home/postgres/data" -U ipw --pwfile "$home/postgres/password" \
            --auth scram-sha-256 -E UTF8 --locale C.UTF-8 >"$home/postgres.log" 2>&1 ||
            die "initdb 失败，见 $home/postgres.log"
        rm -f "$home/postgres/password"
    fi
    as_postgres "$bin/pg_ctl" -D "$home/postgres/data" -l "$home/postgres/server.log" -w -t 60 \
        -o "-h 127.0.0.1 -p $port -k $home/postgres" start >>"$home/postgres.log" 2>&1 ||
        die "PostgreSQL 没有启动，见 $home/postgres/server.log"
    echo "jdbc:postgresql://127.0.0.1:$port/postgres"
}

postgres_stop() {
    need_home
    [ -f "$home/postgres/data/postmaster.pid" ] || return 0
    as_postgres "$(postgres_bin)/pg_ctl" -D "$home/postgres/data" -m fast -w stop >>"$home/postgres.log" 2>&1 || true
}

case $action in
    install) install_superset ;;
    installed) is_installed && echo "$venv" || exit 1 ;;
    start) start ;;
    stop) need_home; stop_pid "$home/superset.pid" -QUIT ;;
    postgres-start) postgres_start ;;
    postgres-stop) postgres_stop ;;
    *) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
