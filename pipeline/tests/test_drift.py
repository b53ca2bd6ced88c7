import contextlib
import io
import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from loopback import FakeGitHub, calls, command
import drift
import drift_issue

URN = "urn:pulumi:prod::aurora-postgres::aurora-postgres:database:Database$aws:rds/cluster:Cluster::prod-cluster"
EXPECTED = "error: no changes were expected but changes were proposed"


def answer(steps=(), summary=None, diagnostics=()):
    """What `pulumi preview --json` prints."""
    found = {"steps": [{"op": op, "urn": URN} for op in steps], "diagnostics": list(diagnostics)}
    if summary is not None:
        found["changeSummary"] = summary
    return json.dumps(found)


class Pulumi(unittest.TestCase):
    """Tests with a stand-in for the pulumi command."""

    def setUp(self):
        self.work = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(mock.patch.dict(os.environ, PATH=f"{self.work}:{os.environ['PATH']}"))

    def pulumi(self, out, code=0, err=""):
        self.command = command(
            self.work / "pulumi", f"print({out!r})\nprint({err!r}, file=sys.stderr)\nsys.exit({code})")


class Drift(Pulumi):
    def look(self):
        with contextlib.redirect_stdout(io.StringIO()):
            code = drift.main(["prod", str(self.work / "prod.json")])
        found = json.loads((self.work / "prod.json").read_text())
        self.assertEqual("prod", found["stack"])
        return code, found["outcome"], found["said"]

    def test_asks_pulumi_to_refresh_and_expect_no_changes(self):
        self.pulumi(answer(["same"], {"same": 108}))
        self.assertEqual((0, "none", []), self.look())
        self.assertEqual([["preview", "--stack", "prod", "--non-interactive", "--json", "--refresh",
                           "--expect-no-changes"]], calls(self.command))

    def test_a_difference_is_drift_and_is_named(self):
        self.pulumi(answer(["same", "refresh", "update"], {"same": 107, "update": 1}), 255, EXPECTED)
        self.assertEqual((2, "drift", ["update aws:rds/cluster:Cluster prod-cluster"]), self.look())

    def test_a_difference_that_the_refresh_alone_sees_is_drift(self):
        self.pulumi(answer(["refresh"], {"same": 107, "update": 1}), 255, EXPECTED)
        self.assertEqual((2, "drift", ["1 update"]), self.look())

    def test_missing_credentials_are_no_drift(self):
        message = "Invalid credentials configured."
        self.pulumi(answer(["update"], {"update": 1}, [{"severity": "error", "message": message}]), 255)
        self.assertEqual((1, "error", [message]), self.look())

    def test_a_lock_is_no_drift(self):
        self.pulumi("", 255, "error: the stack is currently locked by 1 lock(s)")
        self.assertEqual((1, "error", ["error: the stack is currently locked by 1 lock(s)"]), self.look())

    def test_a_preview_without_its_end_is_no_drift(self):
        self.pulumi(answer(["update"]), 255, "error: it ended")
        self.assertEqual((1, "error", ["error: it ended"]), self.look())

    def test_a_failure_without_a_difference_is_an_error(self):
        self.pulumi(answer(["same"], {"same": 108}), 255)
        self.assertEqual((1, "error"), self.look()[:2])

    def test_an_answer_that_is_no_object_is_an_error(self):
        self.pulumi("[]", 0)
        self.assertEqual((1, "error"), self.look()[:2])


class DriftIssue(unittest.TestCase):
    def setUp(self):
        self.hub = self.enterContext(FakeGitHub())

    def night(self, **outcomes):
        """What drift_issue.py does with these results; other stages had no difference."""
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as said:
            for stack in ("dev", "test", "pre-prod", "prod"):
                outcome, *lines = outcomes.get(stack, ("none",))
                if outcome != "missing":
                    Path(folder, f"{stack}.json").write_text(
                        json.dumps({"stack": stack, "outcome": outcome, "said": lines}))
            code = drift_issue.main([folder], self.hub.environment)
        return code, said.getvalue()

    def seen(self):
        return [(one["title"], one["state"]) for one in self.hub.issues]

    def test_a_difference_opens_one_and_the_next_night_updates_it(self):
        self.assertEqual(0, self.night(prod=("drift", "update prod-cluster"))[0])
        self.night(prod=("drift", "delete prod-key"))
        self.assertEqual([("Drift: prod", "open")], self.seen())
        self.assertEqual(["drift"], self.hub.issues[0]["labels"])
        self.assertIn("delete prod-key", self.hub.issues[0]["body"])
        self.assertIn("actions/runs/42", self.hub.issues[0]["body"])
        self.assertNotIn("prod-cluster", self.hub.issues[0]["body"])

    def test_each_stage_has_its_own(self):
        self.night(prod=("drift", "a"), dev=("drift", "b"))
        self.assertEqual([("Drift: dev", "open"), ("Drift: prod", "open")], self.seen())

    def test_a_night_without_closes_it_and_a_later_one_is_new(self):
        self.night(prod=("drift", "a"))
        self.night()
        self.assertEqual([("Drift: prod", "closed")], self.seen())
        self.assertIn("without a difference", self.hub.comments[0]["body"])
        self.night()
        self.assertEqual(1, len(self.hub.comments))
        self.night(prod=("drift", "a"))
        self.assertEqual([("Drift: prod", "closed"), ("Drift: prod", "open")], self.seen())

    def test_an_error_neither_opens_nor_closes(self):
        code, said = self.night(dev=("error", "no credentials"))
        self.assertEqual((1, []), (code, self.seen()))
        self.assertIn("dev: nobody knows, nothing is opened or closed: no credentials", said)
        self.night(prod=("drift", "a"))
        for outcome in (("error", "locked"), ("missing",)):
            self.assertEqual(1, self.night(prod=outcome)[0])
            self.assertEqual([("Drift: prod", "open")], self.seen())

    def test_what_others_opened_is_left_alone(self):
        self.hub.issues += [{"number": 1, "title": "Drift: prod", "state": "open", "labels": ["question"]},
                            {"number": 2, "title": "Drift: production", "state": "open", "labels": ["drift"]},
                            {"number": 3, "title": "Drift: prod", "state": "open", "labels": ["drift"],
                             "pull_request": {}}]
        self.night()
        self.assertEqual({"open"}, {state for _, state in self.seen()})

    def test_what_pulumi_says_stays_in_its_fence(self):
        self.night(prod=("drift", "```", "@owner <b> `x`", "x" * 70_000, *["y" * 299] * 300))
        body = self.hub.issues[0]["body"]
        self.assertEqual(2, body.count("```"))
        self.assertLess(len(body), 65_536)
        self.assertRegex(body, r"\d+ of 303 lines are cut")


if __name__ == "__main__":
    unittest.main()
