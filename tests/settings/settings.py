"""settings.py: the three clients, the schema and the server know the same settings, with the same values.

    settings.py ROOT PLANLS

tests/readme/schema.py compares the schema with the server's sources; here the binary is asked.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

root, planls = sys.argv[1:3]
wrong = []


def read(path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def inline(value, definitions):
    """The value with its references replaced by what they refer to."""
    if isinstance(value, list):
        return [inline(one, definitions) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: inline(one, definitions) for key, one in value.items() if key != "$ref"}
    if "$ref" in value:
        found = {**inline(definitions[value["$ref"].split("/")[-1]], definitions), **found}
    return found


def same_keys(who, keys):
    if sorted(keys) != sorted(settings):
        wrong.append(f"{who}: {sorted(set(keys) ^ set(settings))} on one side only")


def says_all(who, key, wanted, found):
    """`found` may say more than `wanted` (an editor's own words), never something else."""
    for name, value in wanted.items():
        if isinstance(value, dict) and isinstance(found.get(name), dict):
            says_all(who, key + "." + name, value, found[name])
        elif found.get(name) != value:
            wrong.append(f"{who}: {key}.{name} is {found.get(name)!r}, the schema says {value!r}")


schema = json.loads(read("editors/schema/planls.schema.json"))
settings = {key: inline(value, schema["definitions"])
            for key, value in schema["properties"].items() if not key.startswith("$")}

# ---- VS Code ---------------------------------------------------------------------------------------
OWN = {"server.path", "trace.server"}  # how the client runs the server
contributed = json.loads(read("editors/vscode/package.json"))["contributes"]["configuration"]
properties = {}
for section in contributed if isinstance(contributed, list) else [contributed]:
    properties.update({key[len("planls."):]: value for key, value in section["properties"].items()})
same_keys("editors/vscode/package.json", set(properties) - OWN)
for key in set(properties) & set(settings):
    says_all("editors/vscode/package.json", key, settings[key], properties[key])

# ---- JetBrains -------------------------------------------------------------------------------------
template = json.loads(read("editors/jetbrains/template/settings.schema.json"))
properties = template["properties"]["planls"]["properties"]
same_keys("editors/jetbrains/template/settings.schema.json", properties)
for key in set(properties) & set(settings):
    says_all("editors/jetbrains/template/settings.schema.json", key, settings[key],
             inline(properties[key], template.get("definitions", {})))
for key in json.loads(read("editors/jetbrains/template/settings.json")).get("planls", {}):
    if key not in settings:
        wrong.append(f"editors/jetbrains/template/settings.json: {key} is no setting")

# ---- Neovim: any table is handed on; the help names every key ---------------------------------------
help_text = read("editors/nvim/doc/planls.txt")
help_block = help_text[help_text.index("settings = {\n        planls = {"):help_text.index("*planls-features*")]
same_keys("editors/nvim/doc/planls.txt", re.findall(r"^          (\w+) = ", help_block, re.M))

# ---- the server --------------------------------------------------------------------------------------
SAMPLES = {
    "profile": "lean", "start": "2026-01-05", "files": ["**/*.md"], "exclude": ["old/**"], "plans": ["plan.md"],
    "tasks": ["tasks/**"], "rules": {"missing-budget": "off"}, "required": ["owner"],
    "people": [{"name": "Noor", "role": "Data", "capacity": 0.5}], "fields": {"owner": ["Maintainer"]},
    "currency": "EUR", "workweek": ["mon", "tue"], "holidays": ["2026-12-25"],
    "waivers": [{"rule": "gate-unmet", "path": "plan.md", "because": "agreed", "until": "2026-12-31"}],
    "workflow": ["Draft", "Done"],
}
same_keys("SAMPLES here", SAMPLES)


def check(config):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, ".planls.json"), "w", encoding="utf-8") as file:
            json.dump(config, file)
        done = subprocess.run([planls, "check", folder], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


for key, value in SAMPLES.items():
    status, output = check({key: value})
    if status != 0:
        wrong.append(f"planls does not take {key}: {output}")
status, output = check({"colour": "blue"})
if status == 0 or "colour" not in output:
    wrong.append("planls takes a key that there is not")

if wrong:
    sys.exit("\n".join(wrong))
print(f"{len(settings)} settings are the same in VS Code, JetBrains, Neovim, the schema and the server")
