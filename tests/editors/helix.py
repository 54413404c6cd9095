"""helix.py: tests/scenario in Helix, typed into a terminal (tmux) and read from its screen.

    helix.py TREE PLANLS SOURCE      TREE: what newer.sh has laid for the package hx
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

tree, planls, source = sys.argv[1:4]
program = os.path.join(tree, "usr/bin/hx")
if not os.path.exists(program):
    print("skipped: no Helix could be had here (needs apt and its mirror)")
    sys.exit(0)
if not shutil.which("tmux"):
    print("skipped: no tmux on PATH (Debian/Ubuntu: apt install tmux)")
    sys.exit(0)
try:
    for end in os.openpty():
        os.close(end)
except OSError as error:
    print(f"skipped: no terminal can be opened here: {error}")
    sys.exit(0)

work = os.path.realpath(tempfile.mkdtemp())
root = os.path.join(work, "plan")
tmux = ["tmux", "-S", os.path.join(work, "tmux")]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def pasted(title):
    """The lines that editors/README.md gives for a file of Helix's."""
    text = read(os.path.join(source, "editors/README.md"))
    text = text[text.index("## Helix"):]
    text = text[text.index(title):]
    text = text[text.index("```toml\n") + len("```toml\n"):]
    return text[:text.index("```")]


def keys(*names):
    subprocess.run([*tmux, "send-keys", *names], check=True)
    time.sleep(0.15)


def literal(text):
    subprocess.run([*tmux, "send-keys", "-l", text], check=True)
    time.sleep(0.15)


def screen():
    return subprocess.run([*tmux, "capture-pane", "-p"], check=True, capture_output=True, text=True).stdout


def see(part):
    deadline = time.monotonic() + 30
    while part not in screen():
        if time.monotonic() > deadline:
            raise AssertionError(f"“{part}” is not on the screen:\n{screen()}")
        time.sleep(0.1)


def gone(part):
    deadline = time.monotonic() + 30
    while part in screen():
        if time.monotonic() > deadline:
            raise AssertionError(f"“{part}” is still on the screen:\n{screen()}")
        time.sleep(0.1)


def command(text):
    keys("Escape")
    literal(":" + text)
    keys("Enter")


def go_to(step):
    command("open " + step["file"])
    see(" " + step["file"] + " ")
    keys("g", "g")
    literal("/" + step["at"].replace("[", "\\[").replace("]", "\\]"))
    keys("Enter")


def files():
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".md"):
                path = os.path.join(folder, name)
                found[os.path.relpath(path, root)] = read(path)
    return found


def check_changes(before, changes):
    for path, replacements in changes.items():
        for old, new in replacements:
            before[path] = before[path].replace(old, new)
    deadline = time.monotonic() + 10
    while files() != before:
        if time.monotonic() > deadline:
            raise AssertionError(f"the files on disk are not as expected:\n{screen()}")
        time.sleep(0.1)


def do_open(step):
    command("open " + step["file"])
    see(" " + step["file"] + " ")
    for one in step["diagnostics"]:
        for part in one["contains"]:
            see(part)


def do_hover(step):
    go_to(step)
    keys("Space", "k")
    for part in step["contains"]:
        see(part[:30])


def do_hints(step):
    command("open " + step["file"])
    for part in step["contains"]:
        see(part)


def do_definition(step):
    go_to(step)
    keys("g", "d")
    see(" " + step["place"]["file"] + " ")
    see(step["place"]["line"])


def do_implementation(step):
    go_to(step)
    keys("g", "i")
    for place in step["places"]:
        see(place["file"])
    keys("Escape")


def do_references(step):
    go_to(step)
    keys("g", "r")
    for place in step["places"]:
        see(place["file"])
    keys("Escape")


def do_fix(step):
    before = files()
    go_to(step)
    keys("Space", "a")
    see(step["title"])
    keys("Enter")
    command("write")
    check_changes(before, step["changes"])
    gone("ends before it begins")


def do_rename(step):
    before = files()
    go_to(step)
    keys("Space", "r")
    see("rename-to:" + step["placeholder"])
    keys("C-u")
    literal(step["to"])
    keys("Enter")
    command("write-all")
    check_changes(before, step["changes"])


failed = False
try:
    shutil.copytree(os.path.join(source, "tests/scenario/workspace"), root)
    os.makedirs(os.path.join(work, "helix"))
    for name in ("languages.toml", "config.toml"):
        with open(os.path.join(work, "helix", name), "w", encoding="utf-8") as file:
            file.write(pasted(name).replace('"planls"\nargs', f'"{planls}"\nargs'))
    # Without a repository Helix takes the current folder for the workspace.
    subprocess.run([*tmux, "-f", "/dev/null", "new-session", "-d", "-x", "190", "-y", "55", "-c", root,
                    f"env HOME='{work}' XDG_CONFIG_HOME='{work}' XDG_CACHE_HOME='{work}' COLORTERM=truecolor "
                    f"HELIX_RUNTIME='{tree}/usr/lib/hx/runtime' '{program}'"], check=True)
    with open(os.path.join(source, "tests/scenario/scenario.json"), encoding="utf-8") as file:
        steps = json.load(file)["steps"]
    for number, step in enumerate(steps, 1):
        name = f"{number:2} {step['do']} {step.get('at', step['file'])}"
        do = globals().get("do_" + step["do"])
        if not do:
            print(f"left out: {name} (Helix shows none)")
            continue
        try:
            do(step)
            print("ok   " + name)
        except AssertionError as problem:
            failed = True
            print(f"FAIL {name}: {problem}")
finally:
    subprocess.run([*tmux, "kill-server"], check=False)
    shutil.rmtree(work, ignore_errors=True)
sys.exit(1 if failed else 0)
