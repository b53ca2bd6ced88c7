import contextlib
import io
import unittest

import loopback  # noqa: F401, finds the scripts
import stages


def said(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = stages.main(list(arguments))
    return code, out.getvalue(), err.getvalue()


class Stages(unittest.TestCase):
    def test_all_goes_from_dev_to_prod(self):
        self.assertEqual((0, 'stages=["dev", "test", "pre-prod", "prod"]\n', ""), said("all"))

    def test_one_stage_goes_alone(self):
        self.assertEqual((0, 'stages=["pre-prod"]\n', ""), said("pre-prod"))

    def test_an_unknown_stage_starts_nothing_and_is_named_with_those_there_are(self):
        for asked in ("production", "", "prod\nstages=[]", "Prod"):
            code, out, err = said(asked)
            self.assertEqual((64, ""), (code, out))
            self.assertEqual(1, err.count("\n"))
            self.assertIn("all, dev, test, pre-prod, prod", err)


if __name__ == "__main__":
    unittest.main()
