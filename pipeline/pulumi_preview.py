"""Runs `pulumi preview` and reads what it says, for approvals and for the nightly look at drift.

The answer of `pulumi preview --json`: `steps` [{op, urn, oldState, newState, detailedDiff, replaceReasons}],
`changeSummary` {op: count}, `diagnostics` [{severity, message}]. Pulumi masks secrets as [secret].
"""
import json
import subprocess

# What Pulumi itself does not count as a change; `refresh` only reads, its result is counted by itself.
NOTHING = ("same", "read", "read-replacement", "read-discard", "refresh")


class Failed(Exception):
    """Why there is no preview, as Pulumi says it."""


def preview(stack, *options):
    """The preview's JSON and Pulumi's exit code; Failed when it did not come to its end."""
    command = ["pulumi", "preview", "--stack", stack, "--non-interactive", "--json", *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answer = json.loads(ran.stdout)
        errors = [one["message"] for one in answer.get("diagnostics") or [] if one["severity"] == "error"]
    except (ValueError, AttributeError, KeyError, TypeError):
        raise Failed((ran.stderr or ran.stdout).strip() or "pulumi preview said nothing") from None
    if errors:
        raise Failed("\n".join(errors))
    # Without a summary the engine did not come to its end: no lock, no credentials, no program.
    if not isinstance(answer.get("changeSummary"), dict):
        raise Failed(ran.stderr.strip() or "pulumi preview did not come to its end")
    return answer, ran.returncode


def changes(answer):
    """The steps that change something."""
    return [step for step in answer.get("steps") or [] if step["op"] not in NOTHING]


def changed(answer):
    """Of the engine's own count what changes something."""
    return {op: count for op, count in answer["changeSummary"].items() if op not in NOTHING and count}


def name_of(step):
    """Resource type and logical name, from urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME."""
    parts = step["urn"].split("::")
    return f"{parts[-2].split('$')[-1]} {parts[-1]}"
