import contextlib
import io
import json
import os
import tempfile
import unittest
from unittest import mock

from plans import danger, plan, stack
import accepted_dangers
from accepted_dangers import is_accepted, label_of


def check(found, *labels):
    with tempfile.NamedTemporaryFile("w") as file, mock.patch.dict(os.environ, LABELS=json.dumps(labels)):
        json.dump(found, file)
        file.flush()
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            code = accepted_dangers.main([file.name])
    return code, out.getvalue()


class AcceptedDangers(unittest.TestCase):
    def test_a_label_accepts_the_resource_that_it_names(self):
        self.assertTrue(is_accepted("prod-cluster", ["bug", "accept-danger: prod-cluster"]))

    def test_a_label_accepts_no_other_resource(self):
        labels = ["accept-danger: prod", "accept-danger: prod-cluster-log", "accept-danger:prod-cluster"]
        self.assertFalse(is_accepted("prod-cluster", labels))

    def test_the_case_of_a_label_does_not_matter_as_on_github(self):
        self.assertTrue(is_accepted("prod-cluster", ["Accept-Danger: prod-cluster"]))

    def test_a_name_that_fits_stands_in_the_label_as_it_is(self):
        self.assertEqual("accept-danger: " + "n" * 35, label_of("n" * 35))

    def test_a_longer_name_is_cut_to_githubs_fifty_characters_and_stays_unmistakable(self):
        one, other = label_of("n" * 36), label_of("n" * 37)
        self.assertEqual(50, len(one))
        self.assertTrue(one.startswith("accept-danger: " + "n" * 26 + "~"))
        self.assertNotEqual(one, other)
        self.assertTrue(is_accepted("n" * 36, [one]))
        self.assertFalse(is_accepted("n" * 36, [other, "accept-danger: " + "n" * 35]))

    def test_an_unaccepted_danger_fails_and_names_its_label(self):
        code, out = check(plan(stack(dangers=[danger(), danger("prod-key")])), "accept-danger: prod-key")
        self.assertEqual(3, code)
        self.assertIn("prod-cluster deletionProtection becomes false: to accept it, label it "
                      "'accept-danger: prod-cluster'", out)
        self.assertIn("prod-key deletionProtection becomes false: accepted", out)

    def test_accepted_dangers_pass(self):
        self.assertEqual(0, check(plan(stack(dangers=[danger()])), "accept-danger: prod-cluster")[0])

    def test_no_label_accepts_a_stack_that_cannot_be_planned(self):
        code, out = check(plan(stack(state="failed", why="port: 1")), "accept-danger: prod")
        self.assertEqual(3, code)
        self.assertIn("prod cannot be planned: port: 1", out)


if __name__ == "__main__":
    unittest.main()
