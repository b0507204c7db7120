#!/bin/bash
# Uses the Windows program and its installer as a person would, under Wine: installs, runs the
# headless commands, opens the window, types as UniKey does, closes, kills, opens twice,
# removes. Run after build.sh and package.sh.
#
#   smoke.sh [LINUX-PROGRAM]     the PDFs of both programs must be equal byte for byte
#
# Pictures of the window are left in dist/smoke/. Steps that drive a window are tried three
# times at most, and say so. Nothing skips a step; where Debian's packages cannot be had,
# .ci/run says so in place of the whole stage.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C.UTF-8

linux=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/caitien}")
say() { echo "-- $*"; }
fail() { echo "smoke.sh: $*" >&2; exit 1; }

for tool in wine Xvfb import identify x86_64-w64-mingw32-gcc; do
  command -v "$tool" > /dev/null ||
    fail "no $tool (Debian: wine wine64 xvfb imagemagick gcc-mingw-w64-x86-64-win32)"
done
[ -f dist/CaiTien-Setup.exe ] || fail "no dist/CaiTien-Setup.exe: run build.sh and package.sh"

work=$(mktemp -d)
pictures=$PWD/dist/smoke
rm -rf "$pictures"; mkdir -p "$pictures"
# Wine's Documents are those of the home folder: nobody's but this test's.
export HOME=$work/home
mkdir "$HOME"
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" WINEARCH=win64
unset DISPLAY WAYLAND_DISPLAY
finish() {
  wineserver -k 2>/dev/null || true
  [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# A screen of the users' commonest size; Xvfb finds a free number itself.
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/number" 2>/dev/null &
screen=$!
read -r number < "$work/number"
export DISPLAY=:$number

say "a new Windows ($(wine --version))"
timeout 180 wineboot -i >/dev/null 2>&1 || fail "Wine does not start"
timeout 60 wine winecfg /v win10 >/dev/null 2>&1 || fail "Wine cannot pass for Windows 10"
# A desktop of Wine's own, which moves, maximises and activates windows as Windows does.
wine reg add 'HKCU\Software\Wine\Explorer' /v Desktop /d Default /f >/dev/null 2>&1
wine reg add 'HKCU\Software\Wine\Explorer\Desktops' /v Default /d 1366x768 /f >/dev/null 2>&1
# What the tests need beside the program: typing, and a DLL that Wine 8 lacks.
x86_64-w64-mingw32-gcc -municode -O1 -o "$work/type.exe" packaging/windows/type.c
x86_64-w64-mingw32-gcc -shared -O1 -o "$work/bcryptprimitives.dll" packaging/windows/bcryptprimitives.c -ladvapi32
user=$(echo "$WINEPREFIX"/drive_c/users/*/ | tr ' ' '\n' | grep -v Public | head -n 1)
programs=$user/AppData/Local/Programs/CaiTien
plans="$user/Documents/Kế hoạch & báo cáo"
mkdir -p "$plans"

say "the installer, without a question"
code=0
timeout 120 wine dist/CaiTien-Setup.exe /S || code=$?
[ $code = 0 ] || fail "the installer ended with $code"
[ -f "$programs/CaiTien.exe" ] || fail "the installer left no program in $programs"
cmp dist/CaiTien.exe "$programs/CaiTien.exe"
cp "$work/bcryptprimitives.dll" "$programs/"
exe=$programs/CaiTien.exe
opens=$(wine reg query 'HKCU\Software\Classes\.caitien' /ve 2>/dev/null | tr -d '\r')
grep -q 'CaiTien.HoSo' <<< "$opens" || fail "a double click does not open .caitien files: $opens"

say "the headless commands"
file="$plans/mẫu.caitien"
windows_name() { winepath -w "$1" 2>/dev/null; }
program() { timeout 60 wine "$exe" "$@"; }
program sample "$(windows_name "$plans")\\mẫu.caitien"
[ -f "$file" ] || fail "sample made no file"
program info "$(windows_name "$file")" > "$work/info.json"
grep -q '"school_year":"2026-2027"' "$work/info.json" || fail "info: $(cat "$work/info.json")"
program check "$(windows_name "$file")" > "$work/check.windows"
program export "$(windows_name "$file")" --to "$(windows_name "$work")\\windows.pdf"
code=0
program info "$(windows_name "$plans")\\không có.caitien" > /dev/null 2> "$work/refused" || code=$?
[ $code = 2 ] && [ -s "$work/refused" ] || fail "a file that is not there: code $code"

say "the same answers and the same bytes as on Linux"
cp "$file" "$work/here.caitien"
"$linux" check "$work/here.caitien" > "$work/check.linux"
"$linux" export "$work/here.caitien" --to "$work/linux.pdf"
diff <(tr -d '\r' < "$work/check.windows") "$work/check.linux"
cmp "$work/windows.pdf" "$work/linux.pdf" || fail "the PDF differs from the one made on Linux"
"$linux" export --sample --what timeline --to "$work/linux.png"
program export --sample --what timeline --to "$(windows_name "$work")\\windows.png"
cmp "$work/windows.png" "$work/linux.png" || fail "the picture differs from the one made on Linux"

say "a name of 200 characters"
# Windows counts characters, the disk below Wine counts bytes: few of them bear marks.
name="Kế hoạch cải tiến & báo cáo (năm 2026-2027), $(printf 'lan %.0s' {1..37})"
name=${name:0:192}.caitien
long=$plans/$name
program sample "$(windows_name "$plans")\\$name"
program check "$(windows_name "$plans")\\$name" > /dev/null

# The window. Its title begins with the school's name or the program's.
type() { timeout 40 wine "$work/type.exe" "$@"; }
picture() { import -window root "$pictures/$1.png"; }
open_window() { wine "$exe" "$@" 2>/dev/null & window=$!; }
wait_end() {
  for _ in $(seq 1 150); do
    kill -0 "$window" 2>/dev/null || { wait "$window"; return; }
    sleep 0.1
  done
  return 99
}
kill_all() { wineserver -k 2>/dev/null || true; wait "$window" 2>/dev/null || true; }
tried() {  # WHAT, COMMAND…
  local what=$1; shift
  for turn in 1 2 3; do
    if "$@"; then
      [ $turn = 1 ] || echo "   (the $turn. try)"
      return 0
    fi
    picture "failed-${what// /-}-$turn" || true
    kill_all
  done
  fail "$what failed three times; pictures in dist/smoke"
}
# Whether a plan of the file bears this school's name.
has_school() {
  rm -f "$work/now.json"
  "$linux" export "$1" --to "$work/now.json" && grep -qF "\"school\": \"$2\"" "$work/now.json"
}

opens_on_the_sample() {
  open_window --sample
  type "Cải Tiến" wait || return 1
  sleep 3
  picture sample
  # A blank window has a handful of colours.
  [ "$(identify -format %k "$pictures/sample.png")" -gt 200 ] || return 1
  type "Cải Tiến" close || return 1
  wait_end
}
say "the window opens on the sample, is not blank, and WM_CLOSE ends it"
tried "the sample" opens_on_the_sample

# The field of the school's name on the first stage, in the window's own points.
school_field="{click 420 258}"
types_as_unikey() {
  rm -f "$plans/gõ.caitien"
  cp "$work/here.caitien" "$plans/gõ.caitien"
  open_window "$(windows_name "$plans")\\gõ.caitien"
  type "Cải Tiến" wait || return 1
  sleep 3
  # "Trường Tiểu học Lê Lợi" in Telex: each tone takes letters back and sends them anew.
  type "Cải Tiến" keys "${school_field}{wait 500}{ctrl+a}Tru{back}{u ư}o{back}{u ơ}{back}{u ờ}ng Tie{back}{u ê}u{back 2}{u ểu} hoc{back 2}{u ọc} Le{back}{u ê} Loi{back 2}{u ơi}{back 2}{u ợi}" || return 1
  sleep 5
  picture typed
  type "Cải Tiến" close || return 1
  wait_end || return 1
  has_school "$plans/gõ.caitien" "Trường Tiểu học Lê Lợi"
}
say "what UniKey types arrives, and is on the disk"
tried "typing" types_as_unikey

killed_loses_nothing() {
  rm -f "$plans/tắt ngang.caitien"
  cp "$work/here.caitien" "$plans/tắt ngang.caitien"
  open_window "$(windows_name "$plans")\\tắt ngang.caitien"
  type "Cải Tiến" wait || return 1
  sleep 3
  type "Cải Tiến" keys "${school_field}{wait 500}{ctrl+a}Tru{back}{u ư}o{back}{u ơ}{back}{u ờ}ng A" || return 1
  sleep 5
  wine taskkill /f /im CaiTien.exe > /dev/null 2>&1 || return 1
  wait "$window" 2>/dev/null || true
  has_school "$plans/tắt ngang.caitien" "Trường A"
}
say "a killed window loses nothing"
tried "killing" killed_loses_nothing

one_window() {
  open_window
  type "Cải Tiến" wait || return 1
  sleep 3
  # The second start hands its file over and ends by itself.
  program "$(windows_name "$plans")\\gõ.caitien" || return 1
  type "Lê Lợi" wait || return 1
  sleep 1
  picture handed-over
  type "Lê Lợi" close || return 1
  wait_end
}
say "a second start hands its file to the first"
tried "one window" one_window

say "removing leaves the plans"
timeout 120 wine "$programs/uninstall.exe" /S "_?=$(windows_name "$programs")" || fail "uninstall"
[ ! -f "$programs/CaiTien.exe" ] || fail "the program is still there"
for kept in "$file" "$long" "$plans/gõ.caitien"; do [ -f "$kept" ] || fail "$kept is gone"; done
say "all seen working under Wine; pictures in dist/smoke"
