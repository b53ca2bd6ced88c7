"""Shows a preview before the approval, and makes sure after it that what is applied is what was shown.

Input: STACK; with `--approved DIGEST` what the preview before the approval printed.
Output: without --approved Markdown for GITHUB_STEP_SUMMARY on standard output, and in the file of --output (that is
GITHUB_OUTPUT) the line `digest=`. With --approved nothing, when it is the same.
Exit codes: 0; 1 when there is no preview; 3 when it is no longer the one that was approved; 64 for wrong usage.

Why not `pulumi preview --save-plan` and `pulumi up --plan`: they are experimental, and a plan that does not hold is
found while the update runs, with a part of the stack changed. Here the same question is asked before anything is. What
is compared: operations, resources, changed properties, reasons of replacements, and new values of updated properties.
"""
import argparse
import hashlib
import json
import re
import sys

from plan_comment import code, plain
from pulumi_preview import Failed, changes, name_of, preview

LONGEST_SUMMARY = 200_000  # characters; GitHub drops a step's summary above 1 MiB


def inputs(step, state):
    return (step.get(state) or {}).get("inputs") or {}


def changed_inputs(step):
    """Of an update the first names of the changed paths, such as `tags` of `tags.Name`."""
    paths = list(step.get("detailedDiff") or {}) or list(step.get("diffReasons") or [])
    return sorted({re.split(r"[.\[]", path, maxsplit=1)[0] for path in paths})


def essence(step):
    """What was approved of a step. A creation's values follow from the same jar and stack file; names that the
    provider draws by lot are among them, so they are left out."""
    new = inputs(step, "newState")
    values = {name: new.get(name) for name in changed_inputs(step)} if step["op"] != "create" else {}
    differences = {path: one.get("kind") for path, one in (step.get("detailedDiff") or {}).items()}
    return [step["op"], step["urn"], differences, sorted(step.get("replaceReasons") or []), values]


def digest(answer):
    """SHA-256 of the changes, whatever order the engine met them in."""
    seen = sorted(json.dumps(essence(step), sort_keys=True) for step in changes(answer))
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def summary(stack, answer):
    steps = changes(answer)
    text = f"## {stack}: {len(steps)} changes\n\n"
    lines = []
    for step in steps:
        lines.append(f"- {code(step['op'])} {code(name_of(step))}\n")
        for name in changed_inputs(step) if step["op"] != "create" else []:
            before, after = (plain(json.dumps(inputs(step, state).get(name), ensure_ascii=False), 200)
                             for state in ("oldState", "newState"))
            lines.append(f"  - {code(name)}: {code(before)} → {code(after)}\n")
    shown = "".join(lines)[:LONGEST_SUMMARY]
    cut = "" if len(shown) == sum(map(len, lines)) else "\n\nThe rest is cut.\n"
    return text + shown + cut


def main(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("stack")
    parser.add_argument("--approved")
    parser.add_argument("--output")
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as wrong:
        return 64 if wrong.code else 0
    try:
        answer, exit_code = preview(asked.stack)
        if exit_code != 0:
            raise Failed(f"pulumi preview ended with exit code {exit_code}")
    except Failed as failed:
        print(f"approved_preview: {failed}", file=sys.stderr)
        return 1
    if asked.approved is None:
        print(summary(asked.stack, answer))
        if asked.output:
            with open(asked.output, "a", encoding="utf-8") as file:
                file.write(f"digest={digest(answer)}\n")
    elif digest(answer) != asked.approved:
        print(f"approved_preview: {asked.stack} would change in another way than was approved; start `up` again",
              file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
