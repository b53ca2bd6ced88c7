"""Looks whether AWS still is as a stack says. Needs AWS and the state, no right to write anything.

Input: STACK, OUT. Runs `pulumi preview --refresh --expect-no-changes`.
Output: OUT, a JSON object {stack, outcome: none | drift | error, said: [line, ...]}.
Exit codes: 0 no difference; 2 drift; 1 when nobody knows: no credentials, a lock, a broken program.
"""
import json
import sys
from pathlib import Path

from pulumi_preview import Failed, changed, changes, name_of, preview

EXIT_CODES = {"none": 0, "drift": 2, "error": 1}


def look(stack):
    """The outcome and what there is to say of it."""
    try:
        answer, exit_code = preview(stack, "--refresh", "--expect-no-changes")
    except Failed as failed:
        return "error", str(failed).splitlines()
    found = [f"{step['op']} {name_of(step)}" for step in changes(answer)]
    if changed(answer) or found:
        return "drift", found or [f"{count} {op}" for op, count in sorted(changed(answer).items())]
    if exit_code != 0:
        return "error", [f"pulumi preview ended with exit code {exit_code} and names no difference"]
    return "none", []


def main(arguments):
    stack, out = arguments
    outcome, said = look(stack)
    Path(out).write_text(json.dumps({"stack": stack, "outcome": outcome, "said": said}), encoding="utf-8")
    print("\n".join([f"{stack}: {outcome}", *said]))
    return EXIT_CODES[outcome]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
