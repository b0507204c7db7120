#!/bin/bash
# Makes dist/CaiTien.exe on Linux: release, thin LTO, stripped, one file that needs nothing but
# Windows 10 or later. The same sources and toolchain give the same bytes in the same folder
# (GNU ld sorts the imports by the paths of the libraries they come from).
#
# Needs mingw-w64 (Debian: gcc-mingw-w64-x86-64-win32 g++-mingw-w64-x86-64-win32) and either
#  - a Rust toolchain with the target (rustup target add x86_64-pc-windows-gnu), or
#  - Debian's rustc-web, cargo-web and rust-web-src, which build std for the target first.
# CARGO_TARGET_DIR is honoured. `build.sh --twice` builds a second time from nothing and compares.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=x86_64-pc-windows-gnu
most=22700000
prefix=x86_64-w64-mingw32
# What Windows 10 itself brings; anything else would have to be shipped beside the program.
system='^(api-ms-win-.*|advapi32|bcrypt|bcryptprimitives|combase|comctl32|comdlg32|crypt32|d3d12|d3dcompiler_47|dcomp|dwmapi|dxgi|gdi32|imm32|kernel32|msvcrt|ntdll|ole32|oleaut32|opengl32|propsys|rpcrt4|secur32|setupapi|shcore|shell32|shlwapi|uiautomationcore|user32|userenv|uxtheme|version|winmm|winspool|ws2_32)(\.dll|\.drv)?$'

fail() { echo "build.sh: $*" >&2; exit 1; }
command -v $prefix-gcc >/dev/null || fail "no $prefix-gcc: install mingw-w64"

# The rustc to use, and what it needs to be told.
flags=()
if [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
  cargo=(cargo)
elif [ -x /usr/bin/cargo ] && [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]; then
  # Distributions ship std for their own systems only, but they do ship its sources.
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
  cargo=(/usr/bin/cargo)
  flags=(-Z build-std=std,panic_unwind)
else
  fail "no Rust for $target: rustup target add $target, or install rustc-web cargo-web rust-web-src"
fi

# Paths of this machine do not belong in the program, and would make its bytes depend on them.
home=${CARGO_HOME:-$HOME/.cargo}
sysroot=$(${RUSTC:-rustc} --print sysroot)
build() {
  CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=$prefix-gcc \
    CARGO_ENCODED_RUSTFLAGS="--remap-path-prefix=$home/registry/src=crates"$'\x1f'"--remap-path-prefix=$PWD=caitien"$'\x1f'"--remap-path-prefix=$sysroot=rust" \
    "${cargo[@]}" build --locked --release --bin caitien --target $target --target-dir "$1" "${flags[@]}"
}

folder=${CARGO_TARGET_DIR:-target}
build "$folder"
mkdir -p dist
cp "$folder/$target/release/caitien.exe" dist/CaiTien.exe

size=$(stat -c %s dist/CaiTien.exe)
[ "$size" -lt $most ] || fail "CaiTien.exe has $size bytes, $most is the limit"
imports=$($prefix-objdump -p dist/CaiTien.exe | awk '/DLL Name/ { print tolower($3) }' | sort -u)
[ -n "$imports" ] || fail "the imports cannot be read"
foreign=$(grep -vE "$system" <<< "$imports" || true)
[ -z "$foreign" ] || fail "CaiTien.exe imports what Windows does not bring: $foreign"
$prefix-objdump -h dist/CaiTien.exe | grep -q '\.rsrc' || fail "no icon, version or manifest inside"

if [ "${1:-}" = --twice ]; then
  rm -rf "${folder:?}/$target/release"
  build "$folder"
  cmp dist/CaiTien.exe "$folder/$target/release/caitien.exe" || fail "two builds differ"
  echo "two builds are equal byte for byte"
fi
echo "dist/CaiTien.exe: $size bytes, sha256 $(sha256sum dist/CaiTien.exe | cut -d ' ' -f 1)"
