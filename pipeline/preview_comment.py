"""The trusted half of the preview: checks what the untrusted run left, comments on the pull request, sets the status.

Input, by environment: GITHUB_API_URL, GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_SERVER_URL; of the event RUN_ID, HEAD_SHA
and DEFAULT_BRANCH. Nothing else: the rest is asked of GitHub, or stands in the artifact `plan` and is checked.
Output: one comment, found again by its first line and its author; the status `plan/dangers` of HEAD_SHA. Labels that
accept dangers are taken off when they were set for an earlier commit: what was accepted is what was read.
Exit codes: 0; 1 when the artifact is refused, with one sentence, which is the status' too (`error`).
"""
import os
import sys

import plan_artifact
from accepted_dangers import PREFIX
from github_api import ApiError, GitHub, quoted
from plan_artifact import Refused
from plan_comment import compose, recorded_commit

AUTHOR = "github-actions[bot]"
LONGEST_STATUS = 140  # GitHub's limit for a status' description
# Whatever has a part in making the plan.
PROGRAM = (".github/", ".mvn/", "bootstrap-lambda/", "pipeline/", "plan", "pom.xml", "Pulumi.yaml", "src/")
FORKED = {"resource": "program", "what": "is changed by a fork",
          "lost": "What stands below was made by the changed program: read its code before you believe it."}


def artifact(github, run):
    found = list(github.pages(f"/actions/runs/{run}/artifacts", "artifacts"))
    named = [one for one in found if one["name"] == "plan"]
    if len(found) != 1 or len(named) != 1:
        raise Refused("the preview did not leave one artifact named plan")
    if named[0]["size_in_bytes"] > plan_artifact.LARGEST_ZIP:
        raise Refused(f"the artifact is larger than {plan_artifact.LARGEST_ZIP} bytes")
    try:
        content = github.download(f"/actions/artifacts/{int(named[0]['id'])}/zip", plan_artifact.LARGEST_ZIP)
    except ApiError as unread:
        raise Refused("the artifact cannot be downloaded") from unread
    return plan_artifact.plan(content)


def pull_request(github, number, repository, commit, branch):
    """The pull request that the artifact names, if the run was really its own."""
    try:
        pull = github.get(f"/pulls/{number}")
    except ApiError as unknown:
        raise Refused("the artifact names a pull request that is not there") from unknown
    if pull["state"] != "open" or pull["head"]["sha"] != commit:
        raise Refused("the run is not of the newest commit of the open pull request that the artifact names")
    # A status belongs to a commit: a second pull request to another branch could turn it.
    if pull["base"]["repo"]["full_name"] != repository or pull["base"]["ref"] != branch:
        raise Refused(f"the pull request is not for {branch}")
    return pull


def changes_program(github, pull):
    files = list(github.pages(f"/pulls/{pull['number']}/files"))
    touched = [name for one in files for name in (one["filename"], one.get("previous_filename", ""))]
    # GitHub lists 3,000 files and no more.
    return len(files) < pull["changed_files"] or any(
        name.startswith(part) if part.endswith("/") else name == part for name in touched for part in PROGRAM)


def from_fork(pull, repository):
    return (pull["head"]["repo"] or {}).get("full_name") != repository


def earlier_comment(github, number):
    for comment in github.pages(f"/issues/{number}/comments"):
        commit = recorded_commit(comment["body"])
        if commit and (comment["user"] or {}).get("login") == AUTHOR:
            return comment["id"], commit
    return None, None


def stale_labels_removed(github, number, labels):
    stale = [label for label in labels if label.casefold().startswith(PREFIX)]
    for label in stale:
        try:
            github.send("DELETE", f"/issues/{number}/labels/{quoted(label)}")
        except ApiError as refusal:
            if refusal.code != 404:  # somebody was faster
                raise
    return stale


def publish(github, repository, commit, branch, run, run_url):
    plan = artifact(github, run)
    pull = pull_request(github, plan["number"], repository, commit, branch)
    number = pull["number"]
    labels = [label["name"] for label in pull["labels"]]
    comment, planned = earlier_comment(github, number)
    taken_off = stale_labels_removed(github, number, labels) if planned and planned != commit else []
    labels = [label for label in labels if label not in taken_off]
    beside = [FORKED] if from_fork(pull, repository) and changes_program(github, pull) else []
    text, verdict = compose(plan, labels, commit, run_url, beside, taken_off)
    if comment:
        github.send("PATCH", f"/issues/comments/{comment}", {"body": text})
    else:
        github.send("POST", f"/issues/{number}/comments", {"body": text})
    return verdict


def main(environment):
    repository, commit = environment["GITHUB_REPOSITORY"], environment["HEAD_SHA"]
    run = int(environment["RUN_ID"])
    github = GitHub(address=f"{environment['GITHUB_API_URL']}/repos/{repository}", token=environment["GITHUB_TOKEN"])
    run_url = f"{environment['GITHUB_SERVER_URL']}/{repository}/actions/runs/{run}"
    code = 0
    try:
        state, sentence = publish(github, repository, commit, environment["DEFAULT_BRANCH"], run, run_url)
    except (Refused, ApiError) as refusal:
        state, sentence, code = "error", str(refusal), 1
    print(f"preview_comment: {sentence}", file=sys.stderr if code else sys.stdout)
    github.send("POST", f"/statuses/{commit}", {
        "state": state, "context": "plan/dangers", "description": sentence[:LONGEST_STATUS], "target_url": run_url})
    return code


if __name__ == "__main__":
    sys.exit(main(os.environ))
