"""Plans every stack of a pull request against the same stack of its base. Runs untrusted code; needs no secret.

Input: --base and --head, the two checked-out folders, each with its own ./plan; --number, the pull request's; --out, a
folder; --summary, a file (GITHUB_STEP_SUMMARY) that whole plans in Markdown are added to.
Output: OUT/plan.json, whose form plan_artifact.py checks: of each stack of either folder its state and, where both can
be planned, changes, changed outputs and dangers. States: same, changed, new (only in head), removed (only in base),
uncompared (the base cannot be planned: a danger, since nobody sees what changes), failed (head cannot be planned).
Exit codes: 0 when every stack was judged, whatever the judgement is; 64 for wrong usage.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

COMPARED = {0: "same", 2: "changed", 3: "changed"}  # ./plan's exit codes
LONGEST_TEXT = 300
LONGEST_WHY = 1500
LONGEST_SUMMARY = 900_000  # GitHub drops a step's summary above 1 MiB
MINUTES = 15  # the first ./plan of a folder builds the program
STACK_FILE = re.compile(r"Pulumi\.([A-Za-z0-9][A-Za-z0-9._-]{0,99})\.yaml")


def stacks(folder):
    names = (STACK_FILE.fullmatch(path.name) for path in folder.glob("Pulumi.*.yaml"))
    return {match.group(1) for match in names if match}


def run(folder, stack, out, *options):
    """The exit code of ./plan, and what it had to say."""
    command = [str(folder.resolve() / "plan"), stack, "--out", str(out), *options]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=60 * MINUTES, check=False)
    except subprocess.TimeoutExpired:
        return None, f"./plan took more than {MINUTES} minutes"
    except OSError:
        return None, "there is no ./plan that can be run"
    return ran.returncode, ran.stderr.decode(errors="replace").strip()[:LONGEST_WHY]


def short(text):
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT - 1] + "…"


def properties(changed):
    return [{"path": short(one["path"]), "before": short(one["before"]), "after": short(one["after"]),
             "forces": one["forces"]} for one in changed]


def judged(stack, state, why="", comparison=None):
    comparison = comparison or {"changes": [], "outputs": [], "dangers": []}
    changes = [{"kind": one["kind"], "type": one["type"], "name": one["name"],
                "properties": properties(one["properties"])} for one in comparison["changes"]]
    dangers = [{"resource": one["resource"], "what": short(one["what"]), "lost": short(one["lost"])}
               for one in comparison["dangers"]]
    return {"stack": stack, "state": state, "why": why, "changes": changes,
            "outputs": properties(comparison["outputs"]), "dangers": dangers}


def uncompared(stack, why):
    danger = {"resource": stack, "what": "cannot be compared", "lost": "Nobody sees what would change."}
    return judged(stack, "uncompared", why, {"changes": [], "outputs": [], "dangers": [danger]})


def judge(stack, base, head, work, whole):
    """What becomes of one stack; leaves its whole plan in Markdown in work/STACK.md when `whole` and it changes."""
    before, after = work / "before.json", work / "after.json"
    if stack not in stacks(head):
        return judged(stack, "removed", "Its resources stay in AWS: the stack was not destroyed by this.")
    if stack not in stacks(base):
        code, said = run(head, stack, after, "--format", "json")
        return judged(stack, "failed", said) if code != 0 else judged(stack, "new")
    code, said = run(base, stack, before, "--format", "json")
    if code == 0:
        code, said = run(head, stack, after, "--format", "json", "--against", str(before))
        if code in COMPARED:
            if code != 0 and whole:
                run(head, stack, work / f"{stack}.md", "--format", "markdown", "--against", str(before))
            comparison = json.loads(after.read_text(encoding="utf-8"))["comparison"]
            return judged(stack, COMPARED[code], comparison=comparison)
    alone, wrong = run(head, stack, after, "--format", "json")
    return uncompared(stack, said) if alone == 0 else judged(stack, "failed", wrong)


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--head", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("--summary", type=Path)
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as wrong:
        return 64 if wrong.code else 0
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        found = [judge(stack, asked.base, asked.head, Path(work), asked.summary)
                 for stack in sorted(stacks(asked.base) | stacks(asked.head))]
        whole = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(work).glob("*.md")))
    plan = {"version": 1, "number": asked.number, "stacks": found}
    (asked.out / "plan.json").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    if asked.summary:
        with asked.summary.open("a", encoding="utf-8") as summary:
            summary.write(whole.encode()[:LONGEST_SUMMARY].decode(errors="ignore"))
    for one in found:
        print(f"{one['stack']}: {one['state']}, {len(one['changes'])} changes, {len(one['dangers'])} dangers")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
