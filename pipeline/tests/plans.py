"""Plans and artifacts as the tests need them; folders whose ./plan answers what was recorded of the real one."""
import io
import json
import zipfile
from pathlib import Path

from loopback import command

RECORDED = Path(__file__).resolve().parent / "recorded"

# Writes Pulumi.STACK.yaml's own words: `fails TEXT`, `answers FILE CODE`, or `same`.
STAND_IN = """
stack, out = args[0], pathlib.Path(args[args.index('--out') + 1])
word, *rest = pathlib.Path(__file__).with_name(f'Pulumi.{stack}.yaml').read_text().split()
if word == 'fails':
    sys.exit(' '.join(rest))
if 'markdown' in args:
    out.write_text(f'## Plan of stack {stack}')
elif '--against' not in args:
    out.write_text(json.dumps({'stack': stack}))
elif word == 'answers':
    out.write_text(pathlib.Path(rest[0]).read_text())
else:
    out.write_text(json.dumps({'comparison': {'changes': [], 'outputs': [], 'dangers': []}}))
sys.exit(int(rest[1]) if word == 'answers' and '--against' in args else 0)
"""


def folder(path, **stacks):
    """A checked-out folder with a stand-in for ./plan and a stack file for each keyword, `_` for `-`."""
    path.mkdir()
    command(path / "plan", STAND_IN)
    for stack, words in stacks.items():
        (path / f"Pulumi.{stack.replace('_', '-')}.yaml").write_text(words)
    return path


def recorded(name, code):
    return f"answers {RECORDED / name} {code}"


def danger(resource="prod-cluster", what="deletionProtection becomes false", lost="Anybody may delete it."):
    return {"resource": resource, "what": what, "lost": lost}


def stack(name="prod", **other):
    return {"stack": name, "state": "changed", "why": "", "changes": [], "outputs": [], "dangers": [], **other}


def change(name="prod-cluster", properties=(), kind="CHANGED"):
    return {"kind": kind, "type": "aws:rds/cluster:Cluster", "name": name, "properties": list(properties)}


def changed(path="port", before="5432", after="5433", forces=False):
    return {"path": path, "before": before, "after": after, "forces": forces}


def plan(*stacks, number=7):
    return {"version": 1, "number": number, "stacks": list(stacks)}


def archive(content, name="plan.json", **others):
    """A zip file as the preview's artifact is one; `others` are further entries."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content if isinstance(content, (bytes, str)) else json.dumps(content))
        for other, text in others.items():
            file.writestr(other, text)
    return written.getvalue()
