#!/bin/sh
# Starts the tool with an installed Python: sets it up at the first start, then prints the personal link.
cd "$(dirname "$0")" || exit 1

python=.venv/bin/python

wait_and_end() {
    echo "$1"
    printf 'Press Enter to close this window. '
    read -r _
    exit 1
}

find_python() {
    for found in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$found"
            return
        fi
    done
}

if [ ! -x "$python" ]; then
    found=$(find_python)
    [ -n "$found" ] || wait_and_end "Python 3.11 or newer is missing. Install it from https://www.python.org/downloads/ and start this file again."
    echo "Setting up. This takes a minute or two, the first time only."
    "$found" -m venv .venv || wait_and_end "The set-up did not succeed. Check that this folder may be written to, and start this file again."
fi

# Done again only when the list of packages has changed.
if ! cmp -s requirements.txt .venv/installed-here.txt; then
    "$python" -m pip install --quiet --disable-pip-version-check -r requirements.txt \
        || wait_and_end "The set-up did not succeed. Check the connection to the internet and start this file again."
    cp requirements.txt .venv/installed-here.txt
fi

echo "Keep this window open. Closing it stops the tool; the data stay."
"$python" app.py || wait_and_end "The tool has stopped. What is wrong stands above."
