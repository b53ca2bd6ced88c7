import contextlib
import io
import json
import unittest

from loopback import calls
from test_drift import Pulumi
import approved_preview

PARENT = "urn:pulumi:prod::aurora-postgres::aurora-postgres:database:Database$aws:rds/cluster:Cluster::"


def step(op="update", name="prod-cluster", old=5432, new=5433, **other):
    return {"op": op, "urn": PARENT + name, "oldState": {"inputs": {"port": old, "tags": {"Name": "a"}}},
            "newState": {"inputs": {"port": new, "tags": {"Name": "a"}}},
            "detailedDiff": {"port": {"kind": "update", "inputDiff": True}}, **other}


def answer(*steps, **other):
    same = {"op": "same", "urn": "urn:pulumi:prod::aurora-postgres::pulumi:pulumi:Stack::aurora-postgres-prod"}
    return json.dumps({"steps": [same, *steps], "changeSummary": {"same": 1}, **other})


class ApprovedPreview(Pulumi):
    def run_it(self, *arguments):
        self.out, self.err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(self.out), contextlib.redirect_stderr(self.err):
            return approved_preview.main(["prod", *arguments])

    def digest(self, *steps):
        """What the preview before the approval hands on."""
        self.pulumi(answer(*steps))
        output = self.work / "output"
        output.write_text("")
        self.assertEqual(0, self.run_it("--output", str(output)))
        self.assertRegex(output.read_text(), r"\Adigest=[0-9a-f]{64}\n\Z")
        return output.read_text().strip().removeprefix("digest=")

    def applied(self, approved, *steps):
        self.pulumi(answer(*steps))
        return self.run_it("--approved", approved)

    def test_shows_every_change_before_the_approval(self):
        self.digest(step(), step("create", "prod-new"), step("delete", "prod-old"))
        self.assertEqual([["preview", "--stack", "prod", "--non-interactive", "--json"]], calls(self.command))
        self.assertIn("## prod: 3 changes", self.out.getvalue())
        self.assertIn("- `update` `aws:rds/cluster:Cluster prod-cluster`\n  - `port`: `5432` → `5433`",
                      self.out.getvalue())
        self.assertIn("- `create` `aws:rds/cluster:Cluster prod-new`", self.out.getvalue())

    def test_the_same_change_is_let_through_in_whatever_order(self):
        approved = self.digest(step(), step("create", "prod-new"))
        self.assertEqual(0, self.applied(approved, step("create", "prod-new"), step()))

    def test_names_that_are_drawn_by_lot_at_creation_do_not_stop_it(self):
        drawn = {"newState": {"inputs": {"name": "prod-1a2b3c"}}, "detailedDiff": None}
        again = {"newState": {"inputs": {"name": "prod-4d5e6f"}}, "detailedDiff": None}
        self.assertEqual(0, self.applied(self.digest(step("create", **drawn)), step("create", **again)))

    def test_whatever_else_differs_from_what_was_approved_stops_it(self):
        approved = self.digest(step())
        for steps in ([step(new=5434)], [step("replace")], [step(name="prod-other")], [step(), step("delete", "x")],
                      [], [step(replaceReasons=["port"])],
                      [step(detailedDiff={"port": {"kind": "update-replace"}})]):
            self.assertEqual(3, self.applied(approved, *steps), steps)
            self.assertEqual(1, self.err.getvalue().count("\n"))
            self.assertIn("another way than was approved", self.err.getvalue())

    def test_an_empty_approval_lets_nothing_through(self):
        self.assertEqual(3, self.applied("", step()))

    def test_a_failed_preview_is_neither_shown_nor_applied(self):
        error = answer(diagnostics=[{"severity": "error", "message": "no stack"}])
        for out, code, sentence in ((error, 255, "no stack"), ("", 255, "locked"), (answer(step()), 1, "exit code 1")):
            self.pulumi(out, code, "locked")
            for arguments in ((), ("--approved", "0" * 64)):
                self.assertEqual(1, self.run_it(*arguments))
                self.assertEqual("", self.out.getvalue())
                self.assertIn(sentence, self.err.getvalue())

    def test_texts_of_aws_have_no_meaning_in_the_summary(self):
        self.digest(step(new="`@owner` ![p](https://x.example)\n\n# title"))
        self.assertIn(r"""`"'@owner' ![p](https://x.example)\n\n# title"`""", self.out.getvalue())


if __name__ == "__main__":
    unittest.main()
