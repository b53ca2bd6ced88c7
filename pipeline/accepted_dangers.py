"""Tells dangers that somebody accepted from those that nobody did.

A danger is accepted by a label of the pull request, `accept-danger: ` and the resource's logical name. GitHub's labels
have at most 50 characters: a name of more than 35 is written as its first 26, `~` and the first 8 hexadecimal digits of
its SHA-256.

Input: plan.json of plan_changes.py, and in LABELS the pull request's labels as a JSON list of names.
Output: one line for each danger and each stack that cannot be planned.
Exit codes: 0; 3 when a danger is not accepted or a stack cannot be planned, which no label accepts.
"""
import hashlib
import json
import os
import sys

PREFIX = "accept-danger: "
LONGEST_LABEL = 50  # GitHub's limit for a label's name


def label_of(resource):
    """The label that accepts a resource's dangers."""
    room = LONGEST_LABEL - len(PREFIX)
    if len(resource) <= room:
        return PREFIX + resource
    digest = hashlib.sha256(resource.encode()).hexdigest()[:8]
    return f"{PREFIX}{resource[:room - 9]}~{digest}"


def is_accepted(resource, labels):
    """Whether one of the labels accepts it; GitHub holds labels that differ in case alone to be the same."""
    return label_of(resource).casefold() in {label.casefold() for label in labels}


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        plan = json.load(file)
    labels = json.loads(os.environ.get("LABELS") or "[]")
    code = 0
    for stack in plan["stacks"]:
        if stack["state"] == "failed":
            print(f"{stack['stack']} cannot be planned: {stack['why']}")
            code = 3
        for danger in stack["dangers"]:
            accepted = is_accepted(danger["resource"], labels)
            advice = "accepted" if accepted else f"to accept it, label it {label_of(danger['resource'])!r}"
            print(f"{danger['resource']} {danger['what']}: {advice}")
            code = code if accepted else 3
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
