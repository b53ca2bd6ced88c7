"""Reads the artifact of an untrusted run and believes nothing of it that was not checked.

Input: the bytes of the zip file. It is read in memory, never unpacked to a disk, and must hold plan.json alone.
Output: the plan, of exactly the form that plan_changes.py writes. Names are of few, harmless characters; texts may hold
anything that UTF-8 can say, so whoever shows one must quote it (plan_comment.py does).
Errors: Refused, with one sentence that repeats nothing of what was read.
"""
import io
import json
import re
import zipfile

LARGEST_ZIP = 1024 * 1024
LARGEST_PLAN = 2 * 1024 * 1024
MOST_STACKS = 30
MOST = 2000  # of changes, outputs, dangers, and properties of a change
LONGEST_TEXT = 2000
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
TYPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:/._-]{0,199}")
STATES = ("same", "changed", "new", "removed", "uncompared", "failed")
KINDS = ("REPLACED", "REMOVED", "CHANGED", "ADDED")


class Refused(Exception):
    """One sentence that says why."""


def text(value):
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and not re.search("[\ud800-\udfff]", value)


def flag(value):
    return isinstance(value, bool)


def pull_number(value):
    return type(value) is int and 0 < value < 2 ** 31  # a bool is an int to isinstance


def named(pattern):
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def one_of(*values):
    return lambda value: isinstance(value, str) and value in values


def list_of(form, most=MOST):
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(form, value))


def record(**fields):
    return lambda value: (isinstance(value, dict) and value.keys() == fields.keys()
                          and all(form(value[name]) for name, form in fields.items()))


PROPERTY = record(path=text, before=text, after=text, forces=flag)
CHANGE = record(kind=one_of(*KINDS), type=named(TYPE), name=named(NAME), properties=list_of(PROPERTY))
DANGER = record(resource=named(NAME), what=text, lost=text)
STACK = record(stack=named(NAME), state=one_of(*STATES), why=text, changes=list_of(CHANGE),
               outputs=list_of(PROPERTY), dangers=list_of(DANGER))
PLAN = record(version=lambda value: type(value) is int and value == 1, number=pull_number,
              stacks=list_of(STACK, MOST_STACKS))


def unpacked(content):
    """The bytes of plan.json."""
    if len(content) > LARGEST_ZIP:
        raise Refused(f"the artifact is larger than {LARGEST_ZIP} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if [entry.filename for entry in archive.infolist()] != ["plan.json"]:
                raise Refused("the artifact holds something else than plan.json alone")
            with archive.open("plan.json") as file:
                # What the entry says of its own size is not believed.
                read = file.read(LARGEST_PLAN + 1)
    except Refused:
        raise
    except Exception as broken:  # zipfile, zlib, lzma and bz2 each have errors of their own
        raise Refused("the artifact is no zip file that can be read") from broken
    if len(read) > LARGEST_PLAN:
        raise Refused(f"plan.json is larger than {LARGEST_PLAN} bytes")
    return read


def plan(content):
    """The plan in the artifact's zip file."""
    read = unpacked(content)
    try:
        said = read.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise Refused("plan.json is not UTF-8") from broken
    try:
        value = json.loads(said)
    except (ValueError, RecursionError) as broken:
        raise Refused("plan.json is not JSON") from broken
    if not PLAN(value):
        raise Refused("plan.json is not of the form that the preview writes")
    names = [stack["stack"] for stack in value["stacks"]]
    if len(names) != len(set(names)):
        raise Refused("plan.json names a stack twice")
    return value
