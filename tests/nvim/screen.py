"""screen.py: the picture in editors/nvim/README.md, made from a real Neovim in a real terminal (tmux).

    screen.py NVIM-TREE PLANLS SOURCE OUT.png     NVIM-TREE as tests/editors/newer.sh lays it; needs tmux and chromium
"""
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

tree, planls, source, out = (os.path.abspath(argument) for argument in sys.argv[1:5])
COLUMNS, ROWS = 106, 38
WIDTH, HEIGHT = 8.43, 17  # of a cell, in pixels, at 14 px DejaVu Sans Mono
FOREGROUND, BACKGROUND = "#e0e2ea", "#14161b"  # Neovim's own

INIT = """
vim.opt.runtimepath:append(vim.env.PLANLS_NVIM)
vim.opt.termguicolors = true
vim.opt.number = true
vim.opt.signcolumn = 'yes'
vim.opt.laststatus = 3
vim.opt.statusline = ' %f %m%=%{%v:lua.vim.diagnostic.status()%}  %l:%c '
vim.opt.winborder = 'rounded'
vim.opt.shortmess:append('FIsS')
vim.opt.showcmd = false
vim.diagnostic.config({ virtual_text = true })
vim.lsp.config('planls', { cmd = { vim.env.PLANLS, 'lsp' } })
vim.lsp.enable('planls')
"""


def tmux(*arguments):
    return subprocess.run(["tmux", "-S", os.path.join(work, "tmux"), *arguments],
                          check=True, capture_output=True, text=True).stdout


def wait_for(part):
    deadline = time.monotonic() + 30
    while part not in tmux("capture-pane", "-p"):
        if time.monotonic() > deadline:
            sys.exit(f"“{part}” did not come:\n" + tmux("capture-pane", "-p"))
        time.sleep(0.1)


def colour(parts):
    """38;2;R;G;B or 38;5;N, as far as Neovim sends them with termguicolors."""
    return "#%02x%02x%02x" % tuple(int(part) for part in parts[2:5])


def runs(line):
    """(text, style) of a line with ANSI sequences."""
    style = {}
    for text, codes in re.findall(r"([^\x1b]+)|\x1b\[([0-9;:]*)m", line):
        if text:
            yield text, dict(style)
            continue
        parts = codes.replace(":", ";").split(";") if codes else ["0"]
        while parts:
            code = int(parts[0] or 0)
            if code == 0:
                style = {}
            elif code in (38, 48, 58) and parts[1] == "2":
                style[code] = colour(parts)
                parts = parts[4:]
            elif code == 4 and len(parts) > 1 and ":" in codes:
                style[4] = True
                parts = parts[1:]
            elif code in (1, 3, 4, 7):
                style[code] = True
            elif code in (39, 49, 59):
                style.pop(code - 1, None)
            elif code in (22, 23, 24, 27):
                style.pop(1 if code == 22 else code - 20, None)
            parts = parts[1:]


def cells(text):
    """Text by cells: an emoji takes two."""
    for character in text:
        yield character, 2 if ord(character) > 0x1f000 else 1


def svg(lines):
    boxes, texts = [], []
    for row, line in enumerate(lines):
        column = 0
        for text, style in runs(line):
            fore, back = style.get(38, FOREGROUND), style.get(48, BACKGROUND)
            if style.get(7):
                fore, back = back, fore
            length = sum(width for _, width in cells(text))
            x, y = column * WIDTH, row * HEIGHT
            if back != BACKGROUND:
                boxes.append(f'<rect x="{x:.2f}" y="{y}" width="{length * WIDTH:.2f}" height="{HEIGHT}" fill="{back}"/>')
            if style.get(4):
                texts.append(f'<rect x="{x:.2f}" y="{y + HEIGHT - 2}" width="{length * WIDTH:.2f}" height="1.2" '
                             f'fill="{style.get(58, fore)}"/>')
            look = ' font-weight="bold"' if style.get(1) else ""
            look += ' font-style="italic"' if style.get(3) else ""
            for character, width in cells(text):
                if character != " ":
                    texts.append(f'<text x="{column * WIDTH:.2f}" y="{y + 13}" fill="{fore}"{look}>'
                                 f'{html.escape(character)}</text>')
                column += width
    width, height = COLUMNS * WIDTH + 24, ROWS * HEIGHT + 24
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
            f'font-family="DejaVu Sans Mono, monospace" font-size="14">'
            f'<rect width="100%" height="100%" fill="{BACKGROUND}"/><g transform="translate(12 12)">'
            + "".join(boxes) + "".join(texts) + "</g></svg>"), round(width), height


for tool in ("tmux", "chromium"):
    if not shutil.which(tool):
        sys.exit(f"there is no {tool} on PATH (Debian: apt install tmux chromium fonts-dejavu-core)")
work = os.path.realpath(tempfile.mkdtemp())
try:
    shutil.copytree(os.path.join(source, "tests/scenario/workspace"), os.path.join(work, "plan"))
    with open(os.path.join(work, "init.lua"), "w", encoding="utf-8") as file:
        file.write(INIT)
    # True colours and underlines must pass through.
    with open(os.path.join(work, "tmux.conf"), "w", encoding="utf-8") as file:
        file.write('set -g default-terminal tmux-256color\nset -ga terminal-overrides ",*:Tc"\nset -g status off\n')
    tmux("-f", os.path.join(work, "tmux.conf"), "new-session", "-d", "-x", str(COLUMNS), "-y", str(ROWS),
         "-c", os.path.join(work, "plan"),
         f"env HOME='{work}' XDG_CONFIG_HOME='{work}' XDG_STATE_HOME='{work}' COLORTERM=truecolor LC_ALL=C.UTF-8 "
         f"PLANLS='{planls}' PLANLS_NVIM='{source}/editors/nvim' VIMRUNTIME='{tree}/usr/share/nvim/runtime' "
         f"'{tree}/usr/bin/nvim' --cmd 'set rtp+={tree}/usr/lib/nvim' -u '{work}/init.lua' -i NONE -n plan.md")
    wait_for("2/6 tasks")
    wait_for("22 Jan 2040")
    wait_for("ends before it begins")
    tmux("send-keys", "-l", "/Battery Conv\n")
    time.sleep(0.5)
    tmux("send-keys", "C-l")
    tmux("send-keys", "-l", "K")
    wait_for("Blocks: First Electric Timetable")
    time.sleep(1)
    picture, width, height = svg(tmux("capture-pane", "-e", "-p").split("\n")[:ROWS])
    page = os.path.join(work, "screen.svg")
    with open(page, "w", encoding="utf-8") as file:
        file.write(picture)
    subprocess.run(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.25",
                    f"--user-data-dir={work}/chromium", f"--window-size={width},{height}", f"--screenshot={out}",
                    "file://" + page], check=True, capture_output=True)
finally:
    subprocess.run(["tmux", "-S", os.path.join(work, "tmux"), "kill-server"], check=False, capture_output=True)
    shutil.rmtree(work, ignore_errors=True)
print(out)
