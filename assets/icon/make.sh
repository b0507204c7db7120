#!/bin/bash
# Draws caitien.ico, the window's caitien-64.png and the installer's side.bmp from the SVG
# files beside it. Needs rsvg-convert, optipng, icotool and ImageMagick's convert
# (Debian: librsvg2-bin optipng icoutils imagemagick).
set -euo pipefail
cd "$(dirname "$0")"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

for size in 16 20 24 32 40 48 64 128 256; do
  # Below 32 there is no room for the whole drawing: those sizes have their own.
  source=caitien.svg
  [ -f "caitien-$size.svg" ] && source=caitien-$size.svg
  rsvg-convert -w "$size" -h "$size" "$source" -o "$made/$size.png"
  # Kept as red, green, blue and alpha: readers of icons may not take a palette.
  optipng -quiet -nb -nc -np -strip all -o5 "$made/$size.png"
done

cp "$made/64.png" caitien-64.png
# The small ones as bitmaps, which every reader of icons takes; the big ones as PNG, or the
# file would be six times as large.
icotool -c -o caitien.ico "$made"/{16,20,24,32,40,48,64}.png -r "$made/128.png" -r "$made/256.png"

# The installer shows it at this size at 100 % and reads nothing but old bitmaps.
rsvg-convert -w 191 -h 362 side.svg | convert png:- -alpha off +dither -colors 16 -type Palette BMP3:side.bmp
