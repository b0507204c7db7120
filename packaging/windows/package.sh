#!/bin/bash
# From dist/CaiTien.exe makes, in dist/: CaiTien-Setup.exe, CaiTien-VERSION-windows.zip and
# SHA256SUMS. Needs cargo, makensis and zip (Debian: nsis zip). The same files in give the same
# bytes out.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8 TZ=UTC

exe=$PWD/dist/CaiTien.exe
[ -f "$exe" ] || { echo "dist/CaiTien.exe is missing: run packaging/windows/build.sh" >&2; exit 1; }
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
# The time of the commit stands for the time of every file.
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/CaiTien
mkdir "$folder"

# Notepad before 2019 shows Vietnamese and line ends only with these.
for_notepad() { printf '\xEF\xBB\xBF'; sed 's/$/\r/'; }
for_notepad < packaging/windows/doc-truoc.txt > "$folder/ĐỌC TRƯỚC.txt"
packaging/licences.sh x86_64-pc-windows-gnu | for_notepad > "$folder/Giấy phép.txt"
cp "$exe" "$folder/CaiTien.exe"

kilobytes=$(($(cat "$folder"/*.exe "$folder/Giấy phép.txt" | wc -c) / 1024 + 1))
makensis -V2 -INPUTCHARSET UTF8 \
  "-DVERSION=$version" "-DVERSION4=${version%%[-+]*}.0" "-DKILOBYTES=$kilobytes" \
  "-DEXE=$folder/CaiTien.exe" "-DLICENCES=$folder/Giấy phép.txt" \
  "-DOUT=$PWD/dist/CaiTien-Setup.exe" packaging/windows/installer.nsi

zip=$PWD/dist/CaiTien-$version-windows.zip
rm -f "$zip"
chmod 644 "$folder"/*
find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
# UTF-8 names, or Explorer shows them in the code page of the machine.
(cd "$work" && find CaiTien -type f | sort | zip -X -9 -q -UN=UTF8 "$zip" -@)

(cd dist && sha256sum CaiTien.exe CaiTien-Setup.exe "CaiTien-$version-windows.zip" > SHA256SUMS)
cat dist/SHA256SUMS
