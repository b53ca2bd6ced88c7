import html
import re
import unittest

from loopback import HEAD
from plans import change, changed, danger, plan, stack
from plan_comment import LONGEST, compose, plain, recorded_commit, verdict

RUN = "https://github.example/owner/repository/actions/runs/42"
# Each would be a mention, a link, a picture, markup, the end of a quotation, a comment or a turn of the writing.
HOSTILE = ["@owner", "&#64;owner", "[text](https://x.example)", "![picture](https://x.example/p.png)", "<img src=x>",
           "https://x.example", "www.x.example", "owner/repository#1", "`", "``", "```", "```\n@owner", "~~~\n@owner",
           "\n\n@owner", "\r@owner", "</details>@owner", "-->@owner", "\u2028@owner", "\u202eowner", "\x00",
           "\\`@owner", "</code>@owner", "| a | b |", "# title", "<!-- aurora-postgres plan " + "b" * 40 + " -->"]


def composed(found, *labels, **other):
    return compose(found, labels, HEAD, RUN, **other)[0]


def outside_of_quotations(comment):
    """What GitHub would give a meaning: everything but fences and code spans."""
    parts = re.split(r"^```(?:diff)?$", comment, flags=re.MULTILINE)
    assert len(parts) % 2, "a fence is not closed"
    return "\n".join(re.sub(r"`[^`\n]+`", "", part) for part in parts[::2])


class PlanComment(unittest.TestCase):
    def test_dangers_stand_above_changes_and_unaccepted_ones_first(self):
        found = plan(stack(dangers=[danger("prod-key"), danger()], changes=[change(properties=[changed()])]))
        comment = composed(found, "accept-danger: prod-key")
        self.assertLess(comment.index("`prod-cluster`"), comment.index("`prod-key`"))
        self.assertLess(comment.index("`prod-key`"), comment.index("<details>"))
        self.assertIn("**not accepted:** `prod-cluster` in `prod`: `deletionProtection becomes false`", comment)
        self.assertIn("label `accept-danger: prod-cluster`", comment)
        self.assertNotIn("label `accept-danger: prod-key`", comment)

    def test_a_stack_is_folded_with_old_and_new_values(self):
        comment = composed(plan(stack("dev", changes=[change(properties=[changed(forces=True)])],
                                      outputs=[changed("endpoint", "a", "b")])))
        self.assertIn("<details><summary>dev: 1 resources, 1 outputs, 0 dangers</summary>", comment)
        self.assertIn("~ prod-cluster aws:rds/cluster:Cluster changed\n-   port: 5432 (forces replacement)\n"
                      "+   port: 5433\n- output endpoint: a\n+ output endpoint: b\n```", comment)

    def test_unchanged_stacks_are_named_and_no_more(self):
        comment = composed(plan(stack("dev", state="same"), stack("test", state="same")))
        self.assertIn("Without a change: `dev`, `test`.", comment)
        self.assertNotIn("details", comment)

    def test_the_verdict_counts_what_is_not_accepted(self):
        found = plan(stack(dangers=[danger(), danger("prod-key")]))
        self.assertEqual(("failure", "2 of 2 dangers are not accepted"), verdict(found, []))
        self.assertEqual(("failure", "1 of 2 dangers are not accepted"), verdict(found, ["accept-danger: prod-key"]))
        both = ["accept-danger: prod-key", "accept-danger: prod-cluster"]
        self.assertEqual(("success", "2 dangers, every one accepted"), verdict(found, both))
        self.assertEqual(("success", "no dangers"), verdict(plan(stack()), []))

    def test_a_stack_that_cannot_be_planned_fails_whatever_the_labels_say(self):
        found = plan(stack(state="failed", why="database.port: 1\ndatabase.name: x"))
        self.assertEqual(("failure", "1 of 1 stacks cannot be planned"), verdict(found, ["accept-danger: prod"]))
        both = plan(stack(dangers=[danger()]), *found["stacks"])
        self.assertEqual("1 of 2 stacks cannot be planned, 1 of 1 dangers are not accepted", verdict(both, [])[1])
        self.assertIn("# database.port: 1\n# database.name: x\n", composed(found))

    def test_nothing_foreign_has_a_meaning(self):
        for text in HOSTILE:
            with self.subTest(text):
                found = plan(stack(
                    why=text, dangers=[danger(what=text, lost=text)], outputs=[changed(text, text, text)],
                    changes=[change(properties=[changed(text, text, text)])]), stack("dev", state="failed", why=text))
                left = html.unescape(outside_of_quotations(composed(found, "accept-danger: " + text)))
                left = left.replace(f"[the run]({RUN})", "").replace(f"<!-- aurora-postgres plan {HEAD} -->", "")
                for tag in ("<details>", "</details>", "<summary>", "</summary>"):
                    left = left.replace(tag, "")
                self.assertNotRegex(left, r"[@\[\]<>|\\`]|://|www\.|owner|#1|[\x00\u202e]")

    def test_what_has_no_width_or_turns_the_writing_is_gone(self):
        self.assertEqual("true false", plain("true\u202e\u200b false\u0000\n", 100))

    def test_an_empty_value_leaves_no_open_quotation(self):
        self.assertIn("`(nothing)`", composed(plan(stack(dangers=[danger(what="\u200b`"[:1])]))))

    def test_it_stays_below_sixty_thousand_characters_and_says_what_is_cut(self):
        long = changed("p" * 300, "b" * 300, "a" * 300)
        many = [stack(f"{number}" + "s" * 198, dangers=[danger("n" * 200, "w" * 300, "l" * 300)] * 10,
                      changes=[change("n" * 200, [long] * 9)] * 20) for number in range(15)]
        same = [stack(f"{number}" + "t" * 198, state="same") for number in range(15)]
        comment = composed(plan(*many, *same), taken_off=["accept-danger: " + "n" * 35] * 20)
        self.assertLess(len(comment), LONGEST)
        self.assertGreater(len(comment), LONGEST * 0.8)
        self.assertRegex(comment, r"\d+ of 150 dangers are cut here")
        self.assertEqual(15, len(re.findall(r"\d+ of 380 lines are cut here", comment)))
        self.assertEqual(15, comment.count("</details>"))
        outside_of_quotations(comment)

    def test_labels_of_an_earlier_commit_are_said_to_be_taken_off(self):
        comment = composed(plan(stack()), taken_off=["accept-danger: prod-cluster"])
        self.assertIn("`accept-danger: prod-cluster` stood for an earlier one and was taken off", comment)

    def test_only_its_own_first_line_is_recognized(self):
        self.assertEqual(HEAD, recorded_commit(composed(plan(stack()))))
        self.assertIsNone(recorded_commit("text\n" + composed(plan(stack()))))
        self.assertIsNone(recorded_commit("<!-- aurora-postgres plan x -->"))


if __name__ == "__main__":
    unittest.main()
