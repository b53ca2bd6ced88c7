"""The order in which environments are brought up to date.

Input: `all` or one stage, as somebody who starts `up` by hand writes it.
Output: one line for GITHUB_OUTPUT, `stages=["dev", ...]`: the stages that this run changes, in their order.
Exit codes: 0, or 64 when there is no such stage.
"""
import json
import sys

ORDER = ("dev", "test", "pre-prod", "prod")


def wanted(asked):
    """The stages meant by `asked`, in their order; ValueError with one sentence when it is neither `all` nor one."""
    if asked == "all":
        return list(ORDER)
    if asked in ORDER:
        return [asked]
    raise ValueError(f"{asked[:40]!r} is no stage: all, {', '.join(ORDER)}")


def main(arguments):
    try:
        print("stages=" + json.dumps(wanted(arguments[0] if arguments else "")))
    except ValueError as refusal:
        print(f"stages: {refusal}", file=sys.stderr)
        return 64
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
