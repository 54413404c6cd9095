"""settings_schema.py: template/settings.schema.json, made from the one schema of all editors.

    settings_schema.py            compares; run by ctest
    settings_schema.py --write    writes it

LSP4IJ keeps a server's settings as one JSON document, of which `workspace/configuration` asks the section
`planls`: the schema is put below that key, with its definitions where its references look for them.
"""
import json
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
made_path = os.path.join(here, "template", "settings.schema.json")
with open(os.path.join(here, "..", "schema", "planls.schema.json"), encoding="utf-8") as file:
    schema = json.load(file)

definitions = schema.pop("definitions")
dialect = schema.pop("$schema")
schema.pop("title")
schema["description"] = "Settings of planls, which count where the project has no .planls.json."
del schema["properties"]["$schema"]
made = json.dumps({
    "$schema": dialect,
    "$id": "planls/settings.schema.json",
    "title": "planls in JetBrains IDEs",
    "type": "object",
    "properties": {"planls": schema},
    "definitions": definitions,
}, indent=2, ensure_ascii=False) + "\n"

if "--write" in sys.argv:
    with open(made_path, "w", encoding="utf-8") as file:
        file.write(made)
else:
    with open(made_path, encoding="utf-8") as file:
        if file.read() != made:
            sys.exit("template/settings.schema.json is out of date: python3 editors/jetbrains/settings_schema.py --write")
