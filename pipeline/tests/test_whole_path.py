"""From two folders to the comment: ./plan by a stand-in that says what the real one said, and by the real one."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from loopback import HEAD, PIPELINE, FakeGitHub
from plans import archive, folder, recorded

HOME = PIPELINE.parent
SOURCES = ("src/main", "bootstrap-lambda/src/main", "pom.xml", "bootstrap-lambda/pom.xml")
JAR = HOME / "target/aurora-postgres-0.1.0.jar"


def stale():
    """Whether ./plan would have to build first, which is not for this test to start."""
    if not (shutil.which("java") and JAR.is_file() and (HOME / "target/lib").is_dir()
            and (HOME / "bootstrap-lambda/target/bootstrap-lambda.jar").is_file()):
        return True
    paths = [path for name in SOURCES for path in (HOME / name, *(HOME / name).rglob("*"))]
    return max(path.stat().st_mtime for path in paths) > JAR.stat().st_mtime


def checked_out(path, prod):
    """A folder with the real ./plan, its built program and one stack file."""
    path.mkdir()
    for name in ("src", "bootstrap-lambda", "target"):
        (path / name).symlink_to(HOME / name)
    for name in ("plan", "pom.xml", "Pulumi.yaml"):
        shutil.copy2(HOME / name, path)  # with its age: a newer pom.xml would start a build
    (path / "Pulumi.prod.yaml").write_text(prod)
    return path


class WholePath(unittest.TestCase):
    def setUp(self):
        self.work = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.hub = self.enterContext(FakeGitHub())

    def script(self, name, *arguments, **environment):
        """A script as a workflow starts it: its exit code and what it wrote."""
        ran = subprocess.run([sys.executable, "-B", PIPELINE / name, *map(str, arguments)], capture_output=True,
                             text=True, env={**os.environ, **environment}, check=False)
        return ran.returncode, ran.stdout + ran.stderr

    def preview(self, base, head, *labels):
        """Both workflows for a pull request: the exit code of the untrusted half's last step, and the new status."""
        out = self.work / "out"
        code, said = self.script("plan_changes.py", "--base", base, "--head", head, "--number", 7, "--out", out)
        self.assertEqual(0, code, said)
        self.hub.pulls[7]["labels"] = [{"name": label} for label in labels]
        last, _ = self.script("accepted_dangers.py", out / "plan.json", LABELS=json.dumps(labels))
        self.hub.offers(archive((out / "plan.json").read_bytes()))
        code, said = self.script("preview_comment.py", **self.hub.environment)
        self.assertEqual(0, code, said)
        return last, self.hub.statuses[-1]["state"]

    def judged(self, base, head):
        self.assertEqual((3, "failure"), self.preview(base, head))
        body = self.hub.comments[0]["body"]
        self.assertLess(body.index("`deletionProtection becomes false`"), body.index("<details>"))
        self.assertIn("-   port: 5432\n+   port: 5433\n", body)
        resources = {one["resource"] for stack in json.loads((self.work / "out/plan.json").read_text())["stacks"]
                     for one in stack["dangers"]}
        self.assertIn("prod-cluster", resources)
        some = ["accept-danger: prod-cluster"]
        self.assertEqual((3, "failure"), self.preview(base, head, *some))
        every = ["accept-danger: " + resource for resource in resources]
        self.assertEqual((0, "success"), self.preview(base, head, *every))
        self.assertEqual(1, len(self.hub.comments))
        self.assertIn("every one accepted", self.hub.comments[0]["body"])
        self.assertEqual({HEAD}, {status["sha"] for status in self.hub.statuses})

    def test_a_changed_port_and_a_protection_taken_off(self):
        self.judged(folder(self.work / "base", dev="same", prod="same"),
                    folder(self.work / "head", dev="same", prod=recorded("prod-port-and-protection.json", 3)))

    def test_the_same_with_the_real_plan(self):
        if stale():
            print("skipped: the real ./plan, which would have to be built first", file=sys.stderr)
            self.skipTest("the program is not built, or older than its sources")
        stack = (HOME / "Pulumi.prod.yaml").read_text()
        unsafe = stack.replace("    # deletionProtection: true", "    deletionProtection: false\n    port: 5433")
        self.assertNotEqual(stack, unsafe)
        base, head = checked_out(self.work / "base", stack), checked_out(self.work / "head", unsafe)
        out = self.work / "out"
        code, said = self.script("plan_changes.py", "--base", base, "--head", head, "--number", 7, "--out", out)
        self.assertEqual(0, code, said)
        found = json.loads((out / "plan.json").read_text())["stacks"]
        self.assertEqual([("prod", "changed", "")], [(one["stack"], one["state"], one["why"]) for one in found])
        self.assertIn({"resource": "prod-cluster", "what": "deletionProtection becomes false"},
                      [{key: one[key] for key in ("resource", "what")} for one in found[0]["dangers"]])
        self.assertIn({"path": "port", "before": "5432", "after": "5433", "forces": False}, found[0]["outputs"])
        self.hub.offers(archive((out / "plan.json").read_bytes()))
        code, said = self.script("preview_comment.py", **self.hub.environment)
        self.assertEqual((0, "failure"), (code, self.hub.statuses[-1]["state"]), said)


if __name__ == "__main__":
    unittest.main()
