#!/bin/sh
# Resolve dependencies for every supported Python and platform; hashes, and no index address.
set -eu
uv=$1
cd "$(dirname "$0")/.."

resolve() {
    "$uv" pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-config --quiet \
        --custom-compile-command "make lock" "$@"
}

resolve --group dev -o requirements/dev.txt >/dev/null
resolve --group build -c requirements/dev.txt -o requirements/run.txt >/dev/null
