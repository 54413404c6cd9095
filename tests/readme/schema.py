"""schema.py: editors/schema/planls.schema.json knows the keys, rules and fields that the server knows.

    schema.py ROOT            compares; run by ctest
    schema.py ROOT --write    writes the parts that follow from the sources
"""
import json
import os
import re
import sys

root = sys.argv[1]
path = os.path.join(root, "editors/schema/planls.schema.json")


def read(name):
    with open(os.path.join(root, name), encoding="utf-8") as file:
        return file.read()


def names_in(source, begin, end, pattern):
    text = source[source.index(begin):]
    return re.findall(pattern, text[:text.index(end)])


keys = names_in(read("server/host/config_keys.c"), "static const struct key keys[]", "};", r'\{"([^"]+)"')
waiver_keys = names_in(read("server/host/config_gate.c"), "waiver_keys[", "};", r'"([^"]+)"')
rules = sorted(
    name
    for file in os.listdir(os.path.join(root, "server/rules")) if file.endswith(".c")
    for name in re.findall(r'\nRULE\(\w+\) = \{\s*\.name = "([^"]+)"', read("server/rules/" + file)))
fields = [name for name in re.findall(r'\[FIELD_\w+\]\s*=\s*"([^"]+)"', read("server/model/words.c"))
          if name != "other"]

with open(path, encoding="utf-8") as file:
    schema = json.load(file)
definitions = schema["definitions"]
wanted = {"rule": rules, "field": fields}
if "--write" in sys.argv:
    for name, values in wanted.items():
        definitions[name]["enum"] = values
    with open(path, "w", encoding="utf-8") as file:
        json.dump(schema, file, indent=2, ensure_ascii=False)
        file.write("\n")

wrong = []
for name, values in wanted.items():
    if not values or definitions[name]["enum"] != values:
        wrong.append(f"definitions.{name} is not what the sources say")
if sorted(schema["properties"]) != sorted(keys):
    wrong.append(f"keys: {sorted(set(schema['properties']) ^ set(keys))}")
if sorted(definitions["waiver"]["properties"]) != sorted(waiver_keys):
    wrong.append(f"keys of a waiver: {waiver_keys}")
if any("description" not in value for value in schema["properties"].values()):
    wrong.append("a key without a description")
if wrong:
    sys.exit("; ".join(wrong) + " (run schema.py with --write, then add what is missing)")
print(f"{len(keys)} keys, {len(rules)} rules, {len(fields)} fields")
