import importlib.util
import itertools
import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from loopback import PIPELINE, without
from stages import ORDER

HOME = PIPELINE.parent
FOLDER = HOME / ".github/workflows"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
# What may use which right of GitHub's token; every other job reads the repository and no more.
RIGHTS = {
    ("preview.yml", "pulumi"): {"id-token": "write"},
    ("preview-comment.yml", "comment"): {"actions": "read", "pull-requests": "write", "statuses": "write"},
    ("deploy.yml", "preview"): {"id-token": "write"},
    ("deploy.yml", "up"): {"id-token": "write"},
    **{("up.yml", stage): {"id-token": "write"} for stage in ORDER},
    ("drift.yml", "look"): {"id-token": "write"},
    ("drift.yml", "tell"): {"issues": "write"},
}


def jobs(name):
    """The jobs' texts by their names."""
    text = TEXTS[name].split("\njobs:\n", 1)[1]
    parts = re.split(r"^  ([a-z-]+):\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def block(text, key):
    """The lines below a key, as far as they are indented further."""
    match = re.search(rf"^( *){key}:[^\n]*\n((?:\1 +[^\n]*\n|\n)*)", text, re.MULTILINE)
    return match.group(2) if match else ""


def condition(text):
    """A job's `if`, one line."""
    match = re.search(r"^    if: (?:>-\n((?:      .*\n)+)|(.*)\n)", text, re.MULTILINE)
    return " ".join((match.group(1) or match.group(2)).split())


class Workflows(unittest.TestCase):
    def test_there_is_each_that_the_page_names(self):
        page = (PIPELINE / "README.md").read_text(encoding="utf-8")
        self.assertEqual(set(TEXTS), set(re.findall(r"`([a-z-]+\.yml)`", page)))

    def test_the_page_sets_every_variable_and_secret_that_is_read(self):
        page = (PIPELINE / "README.md").read_text(encoding="utf-8")
        for kind, command in (("vars", "variable"), ("secrets", "secret")):
            read = {name for text in TEXTS.values() for name in re.findall(rf"\b{kind}\.([A-Z_]+)", text)}
            self.assertEqual(read, set(re.findall(rf"gh {command} set (\w+)", page)))

    def test_foreign_actions_are_pinned_by_commit_with_the_version_beside_it(self):
        pins = {}
        for name, text in TEXTS.items():
            for used in re.findall(r"\buses:(.*)", text):
                if used.strip() == "./.github/workflows/deploy.yml":
                    continue
                self.assertRegex(used, r"^ [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", name)
                action, pin = used.strip().split("@")
                self.assertEqual(pin, pins.setdefault(action, pin), "one version of an action everywhere")

    def test_every_job_has_the_rights_it_needs_and_no_other(self):
        for name, text in TEXTS.items():
            self.assertIn("\npermissions: {}\n", text, name)
            for job, body in jobs(name).items():
                found = dict(re.findall(r"([a-z-]+): (\w+)", block(body, "permissions")))
                self.assertEqual({"contents": "read", **RIGHTS.get((name, job), {})}, found, f"{name} {job}")

    def test_nothing_runs_foreign_code_with_the_base_branches_rights(self):
        for name, text in TEXTS.items():
            self.assertNotIn("pull_request_target", text, name)
        trusted = TEXTS["preview-comment.yml"]
        self.assertNotRegex(trusted, r"\n +(ref|repository):")  # checks out the default branch
        self.assertNotIn("secrets.", trusted)
        self.assertEqual(["python3 pipeline/preview_comment.py"], re.findall(r"run: (.*)", trusted))

    def test_no_expression_stands_in_a_script(self):
        for name, text in TEXTS.items():
            for run in re.finditer(r"^( +)(?:- )?run:(.*\n(?:\1  .*\n|\n)*)", text, re.MULTILINE):
                script = re.split(r"^ +env:\n", run.group(2), flags=re.MULTILINE)[0]
                self.assertNotIn("${{", script, name)

    def test_untrusted_jobs_see_no_secret_no_token_and_no_environment(self):
        for body in (jobs("preview.yml")["plan"], jobs("ci.yml")["test"]):
            self.assertNotRegex(body, r"secrets|github\.token|id-token|environment:|vars\.")

    def test_credentials_go_to_branches_of_the_repository_alone(self):
        self.assertTrue(condition(jobs("preview.yml")["pulumi"]).startswith(
            "github.event.pull_request.head.repo.full_name == github.repository &&"))

    def test_no_checkout_leaves_its_token_behind(self):
        for name, text in TEXTS.items():
            self.assertEqual(text.count("actions/checkout@"), text.count("persist-credentials: false"), name)

    def test_no_run_goes_on_for_ever(self):
        for name in TEXTS:
            for job, body in jobs(name).items():
                if "uses: ./" not in body:
                    self.assertIn("    timeout-minutes: ", body, f"{name} {job}")

    def test_an_update_is_never_cancelled_half_way(self):
        for name in ("up.yml", "deploy.yml", "drift.yml"):
            self.assertNotIn("cancel-in-progress: true", TEXTS[name])
        up = jobs("deploy.yml")["up"]
        self.assertIn("group: aurora-postgres-${{ inputs.stage }}\n      cancel-in-progress: false", up)
        self.assertIn("environment: ${{ inputs.stage }}\n", up)

    def test_what_is_applied_was_verified_and_approved_first(self):
        steps = [TEXTS["deploy.yml"].rindex(word) for word in (
            "built_jar.py verify", "cp pipeline/Pulumi.yaml", "--approved", "pulumi up --stack")]
        self.assertEqual(sorted(steps), steps)
        self.assertIn("--yes --skip-preview --non-interactive", TEXTS["deploy.yml"])
        self.assertNotIn("mvn", TEXTS["deploy.yml"])

    def test_the_pipelines_pulumi_yaml_is_the_repositorys_with_the_built_jar(self):
        own, whole = ((folder / "Pulumi.yaml").read_text() for folder in (PIPELINE, HOME))
        for key in ("name", "description"):
            self.assertEqual(*(re.search(rf"^{key}: (.*)$", text, re.MULTILINE)[1] for text in (own, whole)))
        pom = ElementTree.parse(HOME / "pom.xml").getroot()
        artifact, version = (pom.find(f"{{*}}{name}").text for name in ("artifactId", "version"))
        self.assertIn(f"binary: target/{artifact}-{version}.jar\n", own)

    def test_every_stage_list_is_the_order_of_stages(self):
        lists = [found.split(", ") for text in TEXTS.values()
                 for found in re.findall(r"(?:stage|options): \[(.*)\]", text)]
        self.assertEqual([[*ORDER]] * 2 + [["all", *ORDER]], sorted(lists, key=len))
        self.assertEqual(["build", *ORDER], list(jobs("up.yml")))

    def test_actionlint_finds_nothing(self):
        go = shutil.which("go")
        path = subprocess.run([go, "env", "GOPATH"], capture_output=True, text=True).stdout.strip() if go else ""
        linter = shutil.which("actionlint", path=os.pathsep.join([os.environ["PATH"], str(Path(path, "bin"))]))
        if not linter:
            without(self, "actionlint")
        found = subprocess.run([linter, *FOLDER.glob("*.yml")], capture_output=True, text=True)
        self.assertEqual((0, ""), (found.returncode, found.stdout + found.stderr))

    def test_every_file_is_yaml(self):
        if not importlib.util.find_spec("yaml"):
            without(self, "PyYAML")
        import yaml
        for name, text in TEXTS.items():
            self.assertEqual(set(jobs(name)), set(yaml.safe_load(text)["jobs"]))


class Needs:
    """The results of the jobs that one needs, as an expression sees them."""

    def __init__(self, results, stages):
        self.results, self.stages = results, stages

    def holds(self, expression):
        """GitHub's expression, of the forms that up.yml uses, on these results."""
        python = re.sub(r"!(?!=)", " not ", expression).replace("&&", " and ")
        python = python.replace("needs.build.outputs.stages", "stages").replace("needs.*.result", "results")
        python = python.replace("needs.build.result", "build")
        return eval(python, {"__builtins__": {}}, {
            "contains": lambda items, item: item in items, "fromJSON": lambda items: items, "stages": self.stages,
            "results": list(self.results.values()), "build": self.results["build"],
            "cancelled": lambda: "cancelled" in self.results.values()})


def played(stages, **results):
    """What becomes of every job of up.yml when it runs for these stages and the named jobs end like that."""
    done = {"build": results.get("build", "success")}
    for stage in ORDER:
        body = jobs("up.yml")[stage]
        needed = re.search(r"needs: \[(.*)\]", body)[1].split(", ")
        runs = Needs({name: done[name] for name in needed}, stages).holds(condition(body))
        done[stage] = results.get(stage.replace("-", "_"), "success") if runs else "skipped"
    return done


class UpInOrder(unittest.TestCase):
    def test_every_stage_waits_for_all_before_it(self):
        for number, stage in enumerate(ORDER):
            needed = re.search(r"needs: \[(.*)\]", jobs("up.yml")[stage])[1].split(", ")
            self.assertEqual(["build", *ORDER[:number]], needed)

    def test_all_goes_through_when_nothing_fails(self):
        self.assertEqual({"success"}, set(played(ORDER).values()))

    def test_one_stage_by_hand_skips_the_others(self):
        for stage in ORDER:
            self.assertEqual({"build", stage}, {name for name, end in played([stage]).items() if end == "success"})

    def test_what_fails_or_is_cancelled_stops_all_after_it(self):
        for (number, stage), end in itertools.product(enumerate(ORDER), ("failure", "cancelled")):
            done = played(ORDER, **{stage.replace("-", "_"): end})
            self.assertEqual(["success"] * number + [end] + ["skipped"] * (3 - number), [done[one] for one in ORDER])

    def test_nothing_runs_without_a_build(self):
        for end in ("failure", "skipped", "cancelled"):
            self.assertEqual({"skipped"}, {played(ORDER, build=end)[stage] for stage in ORDER})


if __name__ == "__main__":
    unittest.main()
