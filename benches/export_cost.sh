#!/bin/bash
# CPU, peak memory and bytes of a whole `caitien export` of 5,000 items in nine columns.
# Needs a release build, python3 and GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."
exe=${CARGO_TARGET_DIR:-target}/release/caitien
items=${1:-5000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$exe" export --sample --plan 2025-2026 --to "$dir/one.json"
python3 - "$dir/one.json" "$dir/many.json" "$items" <<'P'
import copy, json, sys
dossier = json.load(open(sys.argv[1], encoding="utf-8"))
plan = dossier["plans"][0]
own = [row for row in plan["rows"] if row["kind"] == "item"]
plan["rows"] = []
for number in range(int(sys.argv[3])):
    row = copy.deepcopy(own[number % len(own)])
    row["id"] = 100000 + number
    plan["rows"].append(row)
json.dump(dossier, open(sys.argv[2], "w", encoding="utf-8"), ensure_ascii=False)
P
"$exe" import "$dir/many.json" --new "$dir/many.caitien"
for run in 1 2 3; do
  /usr/bin/time -f "run $run: %U s user, %S s system, %M KiB at most" \
    "$exe" export "$dir/many.caitien" --to "$dir/many.pdf"
done
wc -c < "$dir/many.pdf" | sed "s/$/ bytes/"
