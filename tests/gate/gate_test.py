"""gate_test.py: merges in real git repositories, guarded as users are told to guard theirs.

The hook and the workflow are taken out of server/cli/README.md, the framework's hook out of
.pre-commit-hooks.yaml: what is tried here is what people copy. Where the pre-commit framework is there
(python3 -m pre_commit) it runs its hook itself, else the hook's entry is run as it would.
"""
import importlib.util
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

PLANLS = os.environ["PLANLS_BINARY"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "server" / "cli" / "README.md").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

PLAN = """# Harbour

## Initiative: New pier

- **Owner:** Noor
- **Timeline:** Weeks 1-4
- **Success Criteria:**
  - [ ] ≥80% of the berths are let
  - [ ] The permit is granted

## Initiative: Lighthouse

- **Owner:** Bo
- **Timeline:** Weeks 3-6
- **Success Criteria:**
  - [ ] It shines
"""
TASKS = """# Tasks

- [ ] Order the piles ([New pier](../plan.md#initiative-new-pier))
- [ ] Paint the tower ([Lighthouse](../plan.md#initiative-lighthouse))
"""


def fenced(language, beginning):
    """The block of server/cli/README.md in that language that begins so."""
    for block in re.findall(r"^```%s\n(.*?)^```$" % language, README, re.M | re.S):
        if block.startswith(beginning):
            return block
    raise AssertionError(f"no {language} block begins with {beginning!r}")


def workflow_steps():
    """The `run:` steps of the workflow by name: one line behind the key, or the indented lines below."""
    steps, name = {}, None
    lines = fenced("yaml", "name: plan").splitlines()
    for number, line in enumerate(lines):
        if named := re.match(r"\s*- name: (.*)", line):
            name = named[1]
        if not (run := re.match(r"(\s*)run: (.*)", line)):
            continue
        body = run[2]
        if body == "|":
            inner = []
            for more in lines[number + 1:]:
                if more.strip() and len(more) - len(more.lstrip()) <= len(run[1]):
                    break
                inner.append(more.strip())
            body = "\n".join(inner)
        steps[name] = body
    return steps


def hook_entry(hook):
    """The entry of a hook in .pre-commit-hooks.yaml."""
    part = HOOKS.split(f"- id: {hook}\n")[1].split("\n- id:")[0]
    return re.search(r"^  entry: (.*)$", part, re.M)[1]


class Gate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name).resolve()
        self.repo = self.top / "repo"
        self.repo.mkdir()
        (self.top / "bin").mkdir()
        (self.top / "bin" / "planls").symlink_to(PLANLS)
        self.plain = {name: value for name, value in os.environ.items()
                      if not name.startswith("GIT_")}
        self.plain.update(HOME=str(self.top), GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="a",
                          GIT_AUTHOR_EMAIL="a@b", GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@b",
                          NO_COLOR="1")
        self.env = dict(self.plain, PATH=f"{self.top / 'bin'}{os.pathsep}{os.environ['PATH']}")
        self.git("init", "-q", "-b", "main", ".")
        self.write("plan.md", PLAN)
        self.write("tasks/work.md", TASKS)
        self.commit("the plan")

    def run_in(self, *command, cwd=None, env=None):
        return subprocess.run(command, cwd=cwd or self.repo, env=env or self.env,
                              capture_output=True, text=True, encoding="utf-8")

    def git(self, *arguments, env=None):
        done = self.run_in("git", *arguments, env=env)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def write(self, name, text):
        path = self.repo / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", message)

    def branch(self, name, *files):
        """A branch from main with these (path, text) in it; main is checked out again."""
        self.git("checkout", "-q", "-b", name, "main")
        for path, text in files:
            if text is None:
                (self.repo / path).unlink()
            else:
                self.write(path, text)
        self.commit(name)
        self.git("checkout", "-q", "main")

    def branches(self):
        """Name to what the gate says of its merge: None where it may be merged."""
        self.branch("good", ("plan.md", PLAN.replace("[ ] The permit", "[x] The permit")),
                    ("tasks/work.md", TASKS.replace("[ ] Order", "[x] Order") +
                     "- [ ] Wire the lamp ([Lighthouse](../plan.md#initiative-lighthouse))\n"))
        self.branch("unlinked", ("tasks/work.md", TASKS + "- [ ] Buy a boat\n"))
        self.branch("weaker", ("plan.md", PLAN.replace("≥80%", "≥50%")))
        self.branch("removed", ("plan.md", PLAN.replace("  - [ ] The permit is granted\n", "")))
        self.branch("moved", ("plan.md", None),
                    ("docs/plan.md", PLAN.replace("≥80%", "≥50%")),
                    ("tasks/work.md", TASKS.replace("../plan.md", "../docs/plan.md")))
        self.branch("waived", ("plan.md", PLAN.replace(
            "≥80%", "≥50%").replace("## Initiative: New pier\n", """## Initiative: New pier

<!-- planls: allow weakened-criterion until 2999-12-31 because the harbour board agreed -->
""")))
        self.branch("unreasoned", ("plan.md", PLAN.replace(
            "≥80%", "≥50%").replace("## Initiative: New pier\n", """## Initiative: New pier

<!-- planls: allow weakened-criterion -->
""")))
        self.branch("configured", ("plan.md", PLAN.replace("≥80%", "≥50%")), (".planls.json", """{
  "waivers": [{"rule": "weakened-criterion", "item": "New pier", "because": "the board agreed"}]
}
"""))
        return {"good": None, "unlinked": "unlinked-task", "weaker": "weakened-criterion",
                "removed": "weakened-criterion", "moved": "weakened-criterion", "waived": None,
                "unreasoned": "because", "configured": None}

    def merge_all(self, env=None):
        """Merges each branch into main, and takes the merge back."""
        for name, said in self.branches().items():
            with self.subTest(name):
                before = self.git("rev-parse", "HEAD")
                done = self.run_in("git", "merge", "--no-ff", "--no-edit", name, env=env)
                said_all = done.stdout + done.stderr
                if said:
                    self.assertNotEqual(done.returncode, 0, said_all)
                    self.assertIn(said, said_all)
                    self.assertEqual(self.git("rev-parse", "HEAD"), before)
                else:
                    self.assertEqual(done.returncode, 0, said_all)
                    self.assertNotEqual(self.git("rev-parse", "HEAD"), before)
                self.run_in("git", "merge", "--abort")
                self.git("reset", "-q", "--hard", before)
                self.git("clean", "-fdq")

    def install_hook(self, name):
        hook = self.repo / ".git" / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(fenced("sh", "#!/bin/sh"))
        hook.chmod(0o755)

    def test_a_waiver_holds_where_it_stands(self):
        self.write("tasks/work.md", TASKS + """
# Chores

<!-- planls: allow unlinked-task because chores serve no initiative -->

- [ ] Empty the bins

# Boats

- [ ] Buy a boat
""")
        done = self.run_in("planls", "gate", "--format", "github")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(re.findall(r"line=(\d+)", done.stdout), ["14"], done.stdout)

    # ---- the hook that is copied ----------------------------------------------------------------

    def test_merges_with_the_hook(self):
        self.install_hook("pre-merge-commit")
        self.merge_all()

    def test_commits_with_the_hook(self):
        self.install_hook("pre-commit")
        self.write("plan.md", PLAN.replace("≥80%", "≥50%"))
        done = self.run_in("git", "commit", "-qam", "weaker")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("weakened-criterion", done.stdout + done.stderr)
        self.write("plan.md", PLAN.replace("≥80%", "≥90%"))
        self.git("commit", "-qam", "stronger")

    def test_the_first_commit(self):
        self.repo = self.top / "new"
        self.repo.mkdir()
        self.git("init", "-q", "-b", "main", ".")
        self.install_hook("pre-commit")
        self.write("plan.md", PLAN)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "first")

    def test_a_plan_in_a_folder_of_a_worktree(self):
        """Git tells hooks its folder by a path; the plan's root is another folder."""
        self.write("docs/.planls.json", "{}")
        self.write("docs/plan.md", PLAN)
        self.commit("docs")
        tree = self.top / "tree"
        self.git("worktree", "add", "-q", str(tree))
        self.repo = tree
        hooks = self.top / "repo" / ".git" / "hooks"
        hooks.mkdir(exist_ok=True)
        (hooks / "pre-commit").write_text(fenced("sh", "#!/bin/sh"))
        (hooks / "pre-commit").chmod(0o755)
        self.write("docs/plan.md", PLAN.replace("≥80%", "≥50%"))
        done = self.run_in("git", "commit", "-qam", "weaker")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("weakened-criterion", done.stdout + done.stderr)

    def test_a_hook_without_planls_says_so(self):
        if shutil.which("planls", path=self.plain["PATH"]):
            self.skipTest("planls is in PATH")
        self.install_hook("pre-merge-commit")
        self.branch("good", ("tasks/work.md", TASKS.replace("[ ] Order", "[x] Order")))
        done = self.run_in("git", "merge", "--no-ff", "--no-edit", "good", env=self.plain)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("planls is not in PATH", done.stderr)

    # ---- the framework's hook -------------------------------------------------------------------

    def test_merges_with_the_framework(self):
        if not importlib.util.find_spec("pre_commit"):
            # As the framework runs a hook with `language: system` and `pass_filenames: false`.
            hook = self.repo / ".git" / "hooks" / "pre-merge-commit"
            hook.parent.mkdir(exist_ok=True)
            hook.write_text("#!/bin/sh\nexec " + shlex.join(shlex.split(hook_entry("planls-gate"))))
            hook.chmod(0o755)
            self.merge_all()
            return
        self.install_framework()
        self.merge_all()

    def install_framework(self):
        hooks = self.top / "hooks"
        hooks.mkdir()
        (hooks / ".pre-commit-hooks.yaml").write_text(HOOKS)
        for command in (["init", "-q", "."], ["add", "-A"], ["commit", "-q", "-m", "hooks"]):
            self.assertEqual(self.run_in("git", *command, cwd=hooks).returncode, 0)
        commit = self.run_in("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()
        self.write(".pre-commit-config.yaml", f"""repos:
  - repo: {hooks}
    rev: {commit}
    hooks: [{{id: planls-gate}}, {{id: planls-check}}]
""")
        self.commit("hooks")
        self.env["PRE_COMMIT_HOME"] = str(self.top / "cache")
        done = self.run_in(sys.executable, "-m", "pre_commit", "install", "-t", "pre-commit",
                           "-t", "pre-merge-commit")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    # ---- the workflow ---------------------------------------------------------------------------

    def run_workflow(self, name, depth="2"):
        """The steps on a clone of what the pull request would become; stops at the first that fails."""
        self.git("checkout", "-q", "-B", "merged", "main")
        self.git("merge", "-q", "--no-ff", "--no-edit", name)
        clone = self.top / f"clone-{name}"
        self.run_in("git", "clone", "-q", "--depth", depth, "--branch", "merged",
                    self.repo.as_uri(), str(clone))
        self.git("checkout", "-q", "main")
        summary = self.top / f"summary-{name}"
        env = dict(self.env, GITHUB_STEP_SUMMARY=str(summary), RUNNER_TEMP=str(self.top))
        said = ""
        for step in workflow_steps().values():
            done = self.run_in("bash", "-e", "-o", "pipefail", "-c", step, cwd=clone, env=env)
            said += done.stdout + done.stderr
            if done.returncode:
                return done.returncode, said, summary
        return 0, said, summary

    @unittest.skipUnless(shutil.which("bash"), "workflow steps are run by bash")
    def test_the_workflow(self):
        self.assertEqual(list(workflow_steps()),
                         ["Install planls", "What this changes in the plan", "The gate"])
        for name, said in self.branches().items():
            if name == "unreasoned":
                continue  # what it says is a note, which annotations have no place for
            with self.subTest(name):
                status, text, summary = self.run_workflow(name)
                self.assertEqual(status, 1 if said else 0, text)
                if said:
                    self.assertRegex(text, rf"::error file=[^:]*title={said}::")
                self.assertTrue(summary.read_text().strip())

    @unittest.skipUnless(shutil.which("bash"), "workflow steps are run by bash")
    def test_the_workflow_on_too_shallow_a_clone(self):
        self.branch("good", ("tasks/work.md", TASKS.replace("[ ] Order", "[x] Order")))
        status, text, _ = self.run_workflow("good", depth="1")
        self.assertEqual(status, 2)
        self.assertIn('there is no revision "HEAD^1" in this shallow clone', text)

    # ---- stages ---------------------------------------------------------------------------------

    def test_skipped_stages(self):
        task = "---\nid: TASK-1\ntitle: Piles\nstatus: %s\nmilestone: New pier\n---\n"
        self.write("backlog/tasks/task-1.md", task % "In Progress")
        self.commit("a backlog")
        self.install_hook("pre-commit")
        workflow = '{"workflow": ["To Do", "In Progress", "In Review", "Done"]}'
        self.write(".planls.json", workflow)
        self.git("add", "-A")
        self.git("commit", "-qm", "the stages")
        self.write("backlog/tasks/task-1.md", task % "Done")
        done = self.run_in("git", "commit", "-qam", "done")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("illegal-transition", done.stdout + done.stderr)
        self.write("backlog/tasks/task-1.md", task % "In Review")
        self.git("commit", "-qam", "in review")
        self.write("backlog/tasks/task-1.md", task % "Done")
        self.git("commit", "-qam", "done")


if __name__ == "__main__":
    if not shutil.which("git"):
        print("git is missing: no merge is tried", file=sys.stderr)
        sys.exit(77)
    if not importlib.util.find_spec("pre_commit"):
        print("the pre-commit framework is missing (pip install pre-commit): its hook's entry is run "
              "instead", file=sys.stderr)
    unittest.main()
