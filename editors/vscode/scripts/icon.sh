#!/bin/sh
# icon.sh: makes media/icon.png from media/icon.svg (Debian: librsvg2-bin). The marketplace takes no SVG.
set -eu
cd "$(dirname "$0")/../media"
rsvg-convert --width 256 --height 256 --output icon.png icon.svg
