#!/bin/bash
# Prints the licences of everything that is inside the program for a target: its own, its
# fonts', and those of the crates, each text once under the names it belongs to.
#
#   licences.sh [TARGET]      x86_64-pc-windows-gnu
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
target=${1:-x86_64-pc-windows-gnu}

for part in LICENSE-MIT LICENSE-APACHE fonts/OFL-Liberation.txt fonts/OFL-Noto.txt; do
  printf '===== %s =====\n\n' "$part"
  cat "$part"
  echo
done

texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT
crates=$(cargo tree --locked --target "$target" -e normal --prefix none --format '{p}|{l}' |
  sed 's/ (.*)|/|/; s/ (\*)$//; s/ (proc-macro)//' | grep -v '^caitien ' | sort -u)
printf '===== Crates =====\n\n'
while IFS='|' read -r crate licence; do
  folder=${crate/ v/-}
  echo "$folder: $licence"
  for file in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$folder"/{LICEN[CS]E,COPYING,NOTICE,COPYRIGHT}*; do
    [ -f "$file" ] || continue
    # The Apache licence is above, and has no names in it.
    grep -q 'Apache License' "$file" && continue
    sum=$(tr -d ' \t\r\n' < "$file" | sha256sum | cut -c 1-64)
    [ -f "$texts/$sum.text" ] || tr -d '\r' < "$file" > "$texts/$sum.text"
    echo "$folder" >> "$texts/$sum.names"
  done
done <<< "$crates"

# In the order of the first crate that bears each.
for names in $(grep -m 1 -H . "$texts"/*.names | sort -t : -k 2 | cut -d : -f 1); do
  printf '\n===== %s =====\n\n' "$(sort -u "$names" | paste -sd ' ')"
  cat "${names%.names}.text"
done
