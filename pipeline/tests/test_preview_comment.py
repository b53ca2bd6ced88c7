import contextlib
import io
import unittest

from loopback import BOT, HEAD, FakeGitHub, pull
from plans import archive, danger, plan, stack
import preview_comment

OTHER = "b" * 40
DANGEROUS = plan(stack(dangers=[danger()]))
LABEL = {"name": "accept-danger: prod-cluster"}


class PreviewComment(unittest.TestCase):
    def setUp(self):
        self.hub = self.enterContext(FakeGitHub())
        self.hub.offers(archive(DANGEROUS))

    def run_it(self):
        self.said = io.StringIO()
        with contextlib.redirect_stdout(self.said), contextlib.redirect_stderr(self.said):
            return preview_comment.main(self.hub.environment)

    def refused(self, sentence):
        """Nothing is written but the status, which says one sentence."""
        self.hub.calls.clear()
        self.assertEqual(1, self.run_it())
        self.assertEqual(1, self.said.getvalue().count("\n"))
        self.assertEqual([], self.hub.comments)
        self.assertEqual([f"POST /statuses/{HEAD}"], [call for call in self.hub.calls if not call.startswith("GET")])
        status = self.hub.statuses[-1]
        self.assertEqual((HEAD, "error", "plan/dangers"), (status["sha"], status["state"], status["context"]))
        self.assertIn(sentence, status["description"])

    def test_an_unaccepted_danger_is_told_and_fails_the_status(self):
        self.assertEqual(0, self.run_it())
        self.assertEqual([7], [comment["on"] for comment in self.hub.comments])
        self.assertIn("**not accepted:** `prod-cluster`", self.hub.comments[0]["body"])
        self.assertEqual([{
            "sha": HEAD, "state": "failure", "context": "plan/dangers",
            "description": "1 of 1 dangers are not accepted",
            "target_url": "https://github.example/owner/repository/actions/runs/42"}], self.hub.statuses)

    def test_a_label_set_after_the_comment_accepts(self):
        self.run_it()
        self.hub.pulls[7]["labels"].append(LABEL)
        self.run_it()
        self.assertEqual(1, len(self.hub.comments))
        self.assertIn("☑️ accepted: `prod-cluster`", self.hub.comments[0]["body"])
        self.assertEqual(["failure", "success"], [status["state"] for status in self.hub.statuses])

    def test_a_label_taken_off_no_longer_accepts(self):
        self.hub.pulls[7]["labels"].append(LABEL)
        self.run_it()
        self.hub.pulls[7]["labels"].clear()
        self.run_it()
        self.assertEqual(["success", "failure"], [status["state"] for status in self.hub.statuses])

    def test_new_commits_take_the_acceptance_off(self):
        self.hub.comments.append({"id": 1, "on": 7, "user": BOT, "body": f"<!-- aurora-postgres plan {OTHER} -->"})
        self.hub.pulls[7]["labels"] += [dict(LABEL), {"name": "bug"}]
        self.run_it()
        self.assertEqual([{"name": "bug"}], self.hub.pulls[7]["labels"])
        self.assertEqual("failure", self.hub.statuses[-1]["state"])
        self.assertIn("was taken off", self.hub.comments[0]["body"])
        self.assertEqual(1, len(self.hub.comments))

    def test_a_comment_that_somebody_else_wrote_is_left_alone(self):
        for user in ({"login": "somebody"}, None):
            body = f"<!-- aurora-postgres plan {HEAD} -->\nno dangers"
            self.hub.comments = [{"id": 1, "on": 7, "user": user, "body": body}]
            self.run_it()
            self.assertEqual(body, self.hub.comments[0]["body"])
            self.assertEqual(2, len(self.hub.comments))

    def test_its_comment_is_found_behind_a_hundred_others(self):
        self.hub.comments = [{"id": number + 1, "on": 7, "user": {"login": "somebody"}, "body": "text"}
                             for number in range(150)]
        self.run_it()
        self.run_it()
        self.assertEqual(151, len(self.hub.comments))

    def test_a_fork_that_changes_the_program_is_a_danger_of_its_own(self):
        self.hub.offers(archive(plan(stack())))
        self.hub.pulls[7]["head"]["repo"] = {"full_name": "fork/repository"}
        for changed in ("src/main/java/aurorapg/App.java", "plan", ".github/workflows/preview.yml", "pom.xml"):
            self.hub.files = ["README.md", changed]
            self.hub.pulls[7]["changed_files"] = 2
            self.run_it()
            self.assertEqual("failure", self.hub.statuses[-1]["state"], changed)
            self.assertIn("label `accept-danger: program`", self.hub.comments[0]["body"])
        self.hub.pulls[7]["labels"].append({"name": "accept-danger: program"})
        self.run_it()
        self.assertEqual("success", self.hub.statuses[-1]["state"])

    def test_a_fork_that_changes_stack_files_alone_is_judged_by_its_plan(self):
        self.hub.offers(archive(plan(stack())))
        self.hub.pulls[7]["head"]["repo"] = None  # the fork was deleted
        self.hub.files = ["Pulumi.prod.yaml", "README.md", "planet"]
        self.hub.pulls[7]["changed_files"] = 3
        self.run_it()
        self.assertEqual("success", self.hub.statuses[-1]["state"])

    def test_more_files_than_github_lists_are_taken_for_a_change_of_the_program(self):
        self.hub.offers(archive(plan(stack())))
        self.hub.pulls[7]["head"]["repo"] = {"full_name": "fork/repository"}
        self.hub.pulls[7]["changed_files"] = 4000
        self.run_it()
        self.assertEqual("failure", self.hub.statuses[-1]["state"])

    def test_the_number_of_another_pull_request_is_refused(self):
        self.hub.pulls[8] = pull(8, head={"sha": OTHER, "repo": {"full_name": "owner/repository"}})
        self.hub.offers(archive(plan(stack(), number=8)))
        self.refused("not of the newest commit")

    def test_the_number_of_no_pull_request_is_refused(self):
        self.hub.offers(archive(plan(stack(), number=9)))
        self.refused("a pull request that is not there")

    def test_a_run_that_was_overtaken_is_refused(self):
        self.hub.pulls[7]["head"]["sha"] = OTHER
        self.refused("not of the newest commit")

    def test_a_closed_pull_request_is_refused(self):
        self.hub.pulls[7]["state"] = "closed"
        self.refused("not of the newest commit of the open pull request")

    def test_a_pull_request_to_another_branch_cannot_turn_the_status(self):
        self.hub.pulls[7]["base"]["ref"] = "other"
        self.refused("not for main")

    def test_a_pull_request_of_another_repository_is_refused(self):
        self.hub.pulls[7]["base"]["repo"]["full_name"] = "fork/repository"
        self.refused("not for main")

    def test_no_artifact_is_an_error(self):
        self.hub.offers(b"", names=())
        self.refused("did not leave one artifact")

    def test_further_artifacts_are_refused(self):
        self.hub.offers(archive(DANGEROUS), names=("plan", "other"))
        self.refused("did not leave one artifact")
        self.hub.offers(archive(DANGEROUS), names=("other",))
        self.refused("did not leave one artifact")

    def test_a_large_artifact_is_not_even_fetched(self):
        self.hub.offers(archive(DANGEROUS), size=2 ** 20 + 1)
        self.refused("larger than 1048576 bytes")
        self.assertNotIn("GET /actions/artifacts/1/zip", self.hub.calls)

    def test_an_artifact_larger_than_it_says_is_refused(self):
        self.hub.offers(b"x" * (2 ** 20 + 1), size=10)
        self.refused("cannot be downloaded")

    def test_hostile_content_is_refused_in_one_sentence(self):
        for content, sentence in (
                (archive(DANGEROUS, "../plan.json"), "something else than plan.json"),
                (archive(DANGEROUS, **{"more.json": ""}), "something else than plan.json"),
                (archive(b"\xff"), "not UTF-8"),
                (archive("{"), "not JSON"),
                (archive(plan(stack(), number="7\n8")), "not of the form"),
                (archive(plan(stack("@owner"))), "not of the form"),
                (archive(b" " * 5_000_000), "plan.json is larger")):
            self.hub.offers(content)
            self.refused(sentence)

    def test_an_answer_that_fails_leaves_no_success(self):
        self.hub.broken = "GET /issues/7/comments"
        self.refused("GitHub answers 500")

    def test_the_token_is_not_shown_to_the_storage(self):
        self.assertEqual(0, self.run_it())  # the stand-in's storage refuses it
        self.assertIn("GET /actions/artifacts/1/zip", self.hub.calls)


if __name__ == "__main__":
    unittest.main()
