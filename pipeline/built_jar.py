"""Makes sure that every environment runs the very files that were built once.

Input: `write FOLDER` after the build, `verify FOLDER DIGEST` before each use.
Output of write: FOLDER/SHA256SUMS (readable by `sha256sum --check`) and, for GITHUB_OUTPUT, `digest=` with the
SHA-256 of that file. The digest travels beside the artifact, from job to job: who exchanges the files and their sums
together is found out too.
Exit codes: 0; 1 when a file is missing, added or changed; 64 for wrong usage.
"""
import hashlib
import sys
from pathlib import Path

SUMS = "SHA256SUMS"


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sums(folder):
    """The text of SHA256SUMS for what lies in the folder now."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / SUMS)
    return "".join(f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def differences(folder, digest):
    """One sentence for each difference from what was built."""
    if not (folder / SUMS).is_file() or sha256(folder / SUMS) != digest:
        return [f"{SUMS} is not the one that the build wrote"]
    built = dict(reversed(line.split("  ", 1)) for line in (folder / SUMS).read_text().splitlines())
    found = dict(reversed(line.split("  ", 1)) for line in sums(folder).splitlines())
    return ([f"{name} is missing" for name in sorted(built.keys() - found.keys())]
            + [f"{name} was not built" for name in sorted(found.keys() - built.keys())]
            + [f"{name} was changed" for name in sorted(built.keys() & found.keys()) if built[name] != found[name]])


def main(arguments):
    match arguments:
        case ["write", folder]:
            text = sums(Path(folder))
            if not text:
                print(f"built_jar: there is nothing in {folder}", file=sys.stderr)
                return 1
            (Path(folder) / SUMS).write_text(text)
            print("digest=" + sha256(Path(folder) / SUMS))
            return 0
        case ["verify", folder, digest]:
            found = differences(Path(folder), digest)
            for sentence in found:
                print(f"built_jar: {sentence}", file=sys.stderr)
            return 1 if found else 0
        case _:
            print("built_jar: write FOLDER, or verify FOLDER DIGEST", file=sys.stderr)
            return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
