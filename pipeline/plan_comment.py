"""The one comment that a pull request gets, and the verdict of the commit status `plan/dangers`.

Input: a plan that plan_artifact.py let through, the pull request's labels, the commit, the run's address.
Output: Markdown below 60,000 characters, and (state, sentence) of the status.

The Markdown is written anew from the checked JSON, not taken over from the untrusted run. To post foreign Markdown, a
filter would have to know every form that GitHub gives a meaning; escaping is not enough either, GitHub looks for
mentions after it has rendered (`&#64;name` still notifies). Inside a code span or a fence nothing has a meaning but its
end, and the end cannot be written: backticks become apostrophes. So every foreign text stands in one of these two.
"""
import re

from accepted_dangers import is_accepted, label_of

MARKER = "<!-- aurora-postgres plan "
LONGEST = 60_000  # GitHub refuses a comment of more than 65,536 characters
ROOM_OF_A_FOLD = 500  # what stands around its lines, with the longest name
SIGNS = {"REPLACED": "!", "REMOVED": "-", "CHANGED": "~", "ADDED": "+"}
STATES = {
    "new": "new: there is nothing to compare with",
    "removed": "the stack file is removed",
    "uncompared": "the base cannot be planned, so nothing is compared",
    "failed": "cannot be planned",
}


def plain(text, longest):
    """One line without anything that has no width, that turns the direction of writing, or that ends a quotation."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    seen = re.sub("  +", " ", text.replace("`", "'")).strip()
    return seen if len(seen) <= longest else seen[:longest - 1] + "…"


def code(text):
    return f"`{plain(text, 300) or '(nothing)'}`"


def marker(commit):
    return f"{MARKER}{commit} -->"


def recorded_commit(body):
    """The commit that an earlier comment was written for; None for any other comment."""
    match = re.match(re.escape(MARKER) + "([0-9a-f]{40}) -->", body)
    return match.group(1) if match else None


def danger_line(stack, danger, labels):
    said = f"{code(danger['resource'])} in {code(stack)}: {code(danger['what'])} {code(danger['lost'])}"
    if is_accepted(danger["resource"], labels):
        return f"- ☑️ accepted: {said}\n"
    return f"- ❌ **not accepted:** {said} To accept it: label {code(label_of(danger['resource']))}\n"


def property_lines(changed, indent):
    for one in changed:
        forces = " (forces replacement)" if one["forces"] else ""
        yield f"- {indent}{plain(one['path'], 200)}: {plain(one['before'], 300)}{forces}\n"
        yield f"+ {indent}{plain(one['path'], 200)}: {plain(one['after'], 300)}\n"


def stack_lines(stack):
    if stack["why"]:
        # Line by line, as ./plan names every wrong key on one of its own.
        yield from (f"# {plain(line, 300)}\n" for line in stack["why"].splitlines())
    for change in stack["changes"]:
        yield f"{SIGNS[change['kind']]} {change['name']} {change['type']} {change['kind'].lower()}\n"
        yield from property_lines(change["properties"], "  ")
    yield from property_lines(stack["outputs"], "output ")


def fold(stack, room):
    """A stack's summary, folded, with at most `room` characters of changes."""
    said = STATES.get(stack["state"]) or "{} resources, {} outputs, {} dangers".format(
        *(len(stack[key]) for key in ("changes", "outputs", "dangers")))
    shown, cut = limited(list(stack_lines(stack)), room,
                         "\n{} of {} lines are cut here: the run shows the whole plan.\n")
    return (f"\n<details><summary>{stack['stack']}: {said}</summary>\n\n```diff\n{shown}```\n{cut}\n</details>\n")


def dangers_of(plan, beside):
    """Every danger with the stack it is in; those beside the plan first, which are in every stack."""
    return ([("every stack", danger) for danger in beside]
            + [(stack["stack"], danger) for stack in plan["stacks"] for danger in stack["dangers"]])


def verdict(plan, labels, beside=()):
    """State and sentence of the commit status; `beside` are dangers that the plan itself does not tell of."""
    failed = [stack for stack in plan["stacks"] if stack["state"] == "failed"]
    dangers = dangers_of(plan, beside)
    open_ones = [danger for _, danger in dangers if not is_accepted(danger["resource"], labels)]
    said = []
    if failed:
        said.append(f"{len(failed)} of {len(plan['stacks'])} stacks cannot be planned")
    if open_ones:
        said.append(f"{len(open_ones)} of {len(dangers)} dangers are not accepted")
    if said:
        return "failure", ", ".join(said)
    return "success", f"{len(dangers)} dangers, every one accepted" if dangers else "no dangers"


def limited(lines, room, cut):
    """As many lines as there is room for, and how many are missing."""
    text = ""
    for shown, line in enumerate(lines):
        if len(text) + len(line) > room:
            return text, cut.format(len(lines) - shown, len(lines))
        text += line
    return text, ""


def compose(plan, labels, commit, run_url, beside=(), taken_off=()):
    """The comment and the verdict; `taken_off` are labels that were removed, being set for an earlier commit."""
    state, sentence = verdict(plan, labels, beside)
    sign = "✅" if state == "success" else "❌"
    text = f"{marker(commit)}\n## {sign} Plan: {sentence}\n\n{code(commit[:12])}; [the run]({run_url}) has more.\n"
    if taken_off:
        text += ("\nNew commits came: " + ", ".join(map(code, taken_off))
                 + " stood for an earlier one and was taken off. Read the dangers and set it again.\n")
    dangers = [danger_line(stack, danger, labels) for stack, danger in dangers_of(plan, beside)]
    dangers.sort(key=lambda line: "☑️" in line[:4])
    if dangers:
        shown, cut = limited(dangers, LONGEST // 2,
                             "\n{} of {} dangers are cut here: the run's log names them all.\n")
        text += f"\n### Dangers\n\n{shown}{cut}"
    changed = [stack for stack in plan["stacks"] if stack["state"] != "same"]
    same = [code(stack["stack"]) for stack in plan["stacks"] if stack["state"] == "same"]
    last = f"\nWithout a change: {', '.join(same)}.\n" if same else ""
    for number, stack in enumerate(changed):
        # What one stack leaves is there for those after it.
        room = (LONGEST - len(text) - len(last)) // (len(changed) - number)
        text += fold(stack, room - ROOM_OF_A_FOLD)
    return text + last, (state, sentence)
