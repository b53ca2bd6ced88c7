import contextlib
import io
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import loopback  # noqa: F401, finds the scripts
import built_jar


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = built_jar.main([str(one) for one in arguments])
    return code, out.getvalue(), err.getvalue()


class BuiltJar(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.folder / "target/lib").mkdir(parents=True)
        (self.folder / "target/program.jar").write_bytes(b"program")
        (self.folder / "target/lib/library.jar").write_bytes(b"library")
        code, out, _ = run("write", self.folder)
        self.assertEqual(0, code)
        self.digest = out.strip().removeprefix("digest=")

    def verified(self):
        code, out, err = run("verify", self.folder, self.digest)
        self.assertEqual("", out)
        return code, err

    def test_what_was_built_is_let_through(self):
        self.assertEqual((0, ""), self.verified())

    def test_a_changed_file_is_named(self):
        (self.folder / "target/lib/library.jar").write_bytes(b"librarY")
        self.assertEqual((1, "built_jar: target/lib/library.jar was changed\n"), self.verified())

    def test_a_missing_file_is_named(self):
        (self.folder / "target/program.jar").unlink()
        self.assertEqual((1, "built_jar: target/program.jar is missing\n"), self.verified())

    def test_a_file_that_was_not_built_is_named(self):
        (self.folder / "target/lib/other.jar").write_bytes(b"other")
        self.assertEqual((1, "built_jar: target/lib/other.jar was not built\n"), self.verified())

    def test_files_and_sums_that_were_exchanged_together_are_found_out(self):
        (self.folder / "target/program.jar").write_bytes(b"other")
        self.assertEqual(0, run("write", self.folder)[0])
        self.assertEqual((1, "built_jar: SHA256SUMS is not the one that the build wrote\n"), self.verified())

    def test_nothing_built_is_an_error(self):
        empty = self.folder / "target/empty"
        empty.mkdir()
        self.assertEqual(1, run("write", empty)[0])

    @unittest.skipUnless(shutil.which("sha256sum"), "there is no sha256sum")
    def test_sha256sum_reads_the_sums(self):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=self.folder, check=True)


if __name__ == "__main__":
    unittest.main()
