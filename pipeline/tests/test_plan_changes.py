import contextlib
import io
import json
import tempfile
import unittest
from pathlib import Path

from plans import archive, folder, recorded
import plan_artifact
import plan_changes


class PlanChanges(unittest.TestCase):
    def setUp(self):
        self.work = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def plan(self, base, head):
        """plan.json by stack; it has passed the trusted half's check."""
        with contextlib.redirect_stdout(io.StringIO()):
            code = plan_changes.main([
                "--base", str(base), "--head", str(head), "--number", "7", "--out", str(self.work / "out"),
                "--summary", str(self.work / "summary.md")])
        self.assertEqual(0, code)
        self.assertEqual(["plan.json"], [path.name for path in (self.work / "out").iterdir()])
        written = (self.work / "out/plan.json").read_bytes()
        self.assertEqual(7, plan_artifact.plan(archive(written))["number"])
        return {one["stack"]: one for one in json.loads(written)["stacks"]}

    def test_only_what_differs_is_called_changed(self):
        base = folder(self.work / "base", dev="same", prod="same")
        head = folder(self.work / "head", dev="same", prod=recorded("prod-port-and-protection.json", 3))
        found = self.plan(base, head)
        self.assertEqual(("same", "changed"), (found["dev"]["state"], found["prod"]["state"]))
        self.assertIn("prod-cluster", {one["resource"] for one in found["prod"]["dangers"]})
        self.assertIn({"path": "port", "before": "5432", "after": "5433", "forces": False}, found["prod"]["outputs"])
        self.assertEqual("## Plan of stack prod", (self.work / "summary.md").read_text())

    def test_changes_without_a_danger_are_changes(self):
        found = self.plan(folder(self.work / "base", dev="same"),
                          folder(self.work / "head", dev=recorded("dev-port.json", 2)))
        self.assertEqual(("changed", []), (found["dev"]["state"], found["dev"]["dangers"]))

    def test_a_stack_of_the_pull_request_alone_is_new(self):
        found = self.plan(folder(self.work / "base"), folder(self.work / "head", dev="same"))
        self.assertEqual("new", found["dev"]["state"])

    def test_a_stack_of_the_base_alone_is_said_to_be_removed(self):
        found = self.plan(folder(self.work / "base", pre_prod="same"), folder(self.work / "head"))
        self.assertEqual("removed", found["pre-prod"]["state"])
        self.assertIn("stay in AWS", found["pre-prod"]["why"])

    def test_a_base_that_cannot_be_planned_is_a_danger_named_after_the_stack(self):
        found = self.plan(folder(self.work / "base", prod="fails database.port: 1"),
                          folder(self.work / "head", prod="same"))
        self.assertEqual(("uncompared", "database.port: 1"), (found["prod"]["state"], found["prod"]["why"]))
        self.assertEqual(["prod"], [one["resource"] for one in found["prod"]["dangers"]])

    def test_a_base_without_the_plan_command_is_said(self):
        base = folder(self.work / "base", prod="same")
        (base / "plan").unlink()
        found = self.plan(base, folder(self.work / "head", prod="same"))
        self.assertEqual(("uncompared", "there is no ./plan that can be run"),
                         (found["prod"]["state"], found["prod"]["why"]))

    def test_a_base_plan_that_the_pull_request_cannot_read_is_a_danger(self):
        found = self.plan(folder(self.work / "base", prod="same"),
                          folder(self.work / "head", prod=recorded("prod-port-and-protection.json", 64)))
        self.assertEqual("uncompared", found["prod"]["state"])

    def test_mistakes_in_a_stack_file_are_told_as_plan_tells_them(self):
        found = self.plan(folder(self.work / "base", prod="same"),
                          folder(self.work / "head", prod="fails database.port: 1"))
        self.assertEqual(("failed", "database.port: 1"), (found["prod"]["state"], found["prod"]["why"]))

    def test_long_values_are_cut_so_that_the_artifact_stays_small(self):
        path = self.work / "long.json"
        value = json.loads((Path(__file__).parent / "recorded/dev-port.json").read_text())
        value["comparison"]["outputs"][0]["after"] = "x" * 100_000
        path.write_text(json.dumps(value))
        found = self.plan(folder(self.work / "base", dev="same"),
                          folder(self.work / "head", dev=f"answers {path} 2"))
        self.assertEqual(300, len(found["dev"]["outputs"][0]["after"]))


if __name__ == "__main__":
    unittest.main()
