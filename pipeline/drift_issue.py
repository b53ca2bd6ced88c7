"""Keeps one open issue for each stack that drifted.

Input: a folder of drift.py's results, STACK.json; by environment GITHUB_API_URL, GITHUB_TOKEN, GITHUB_REPOSITORY,
RUN_URL. Output: a difference opens the issue `Drift: STACK` with the label `drift`, or updates the open one; a night
without a difference closes it. Where nobody knows (an error, or no result), an open issue stays as it is.
Exit codes: 0; 1 when of some stack nobody knows.
"""
import json
import os
import sys
from pathlib import Path

from github_api import GitHub
from plan_comment import limited, plain
from stages import ORDER

LABEL = "drift"
LONGEST = 60_000  # GitHub refuses a text of more than 65,536 characters


def result(folder, stack):
    try:
        return json.loads((folder / f"{stack}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"stack": stack, "outcome": "error", "said": ["the run left no result"]}


def text(stack, said, run_url):
    shown, cut = limited([plain(line, 300) + "\n" for line in said], LONGEST, "{} of {} lines are cut.\n")
    return (f"What AWS has differs from what stack {stack} says. `pulumi up` would do this:\n\n"
            f"```text\n{shown}{cut}```\n\nSeen by [this run]({run_url}). Bring AWS back by `up`, or write the "
            "difference into the stack file or program. This is closed after a night without a difference.\n")


def keep(github, stack, outcome, said, run_url):
    """One sentence that says what was done."""
    title = f"Drift: {stack}"
    if outcome == "error":
        return f"{stack}: nobody knows, nothing is opened or closed: {said[0] if said else ''}"
    # GitHub's list of issues holds pull requests too.
    open_ones = [one["number"] for one in github.pages(f"/issues?state=open&labels={LABEL}")
                 if one["title"] == title and "pull_request" not in one]
    if outcome == "drift":
        body = {"title": title, "body": text(stack, said, run_url)}
        if open_ones:
            github.send("PATCH", f"/issues/{open_ones[0]}", body)
            return f"{stack}: drift, issue {open_ones[0]} updated"
        made = github.send("POST", "/issues", {**body, "labels": [LABEL]})
        return f"{stack}: drift, issue {made['number']} opened"
    for number in open_ones:
        github.send("POST", f"/issues/{number}/comments", {"body": f"A night without a difference: {run_url}"})
        github.send("PATCH", f"/issues/{number}", {"state": "closed", "state_reason": "completed"})
    return f"{stack}: no difference" + (f", issue {open_ones[0]} closed" if open_ones else "")


def main(arguments, environment):
    folder = Path(arguments[0])
    github = GitHub(address=f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}",
                    token=environment["GITHUB_TOKEN"])
    code = 0
    for stack in ORDER:
        found = result(folder, stack)
        print(keep(github, stack, found["outcome"], found["said"], environment["RUN_URL"]))
        code = 1 if found["outcome"] == "error" else code
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
