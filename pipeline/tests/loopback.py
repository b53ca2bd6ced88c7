"""What the tests stand in for: GitHub's REST API on loopback, and commands that answer what a test wrote down."""
import json
import os
import re
import socketserver
import sys
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler
from pathlib import Path

PIPELINE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PIPELINE))

REPOSITORY = "owner/repository"
HEAD = "a" * 40
BOT = {"login": "github-actions[bot]"}


def pull(number=7, **other):
    """A pull request of the repository's own branch, as GitHub describes it."""
    return {"number": number, "state": "open", "labels": [], "changed_files": 1,
            "head": {"sha": HEAD, "repo": {"full_name": REPOSITORY}},
            "base": {"ref": "main", "repo": {"full_name": REPOSITORY}}, **other}


class Handler(BaseHTTPRequestHandler):
    def answer(self, code, body=None, raw=None):
        content = raw if raw is not None else b"" if body is None else json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def read(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def do_any(self):
        hub = self.server.hub
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/storage":
            # The real one refuses a token that is not its own.
            refused = "Authorization" in self.headers
            return self.answer(400) if refused else self.answer(200, raw=hub.archive)
        if self.headers["Authorization"] != "Bearer token":
            return self.answer(401)
        query = urllib.parse.parse_qs(url.query)
        path = url.path.removeprefix(f"/repos/{REPOSITORY}")
        body = self.read() if self.command in ("POST", "PATCH") else None
        hub.calls.append(f"{self.command} {path}")
        if hub.broken and re.fullmatch(hub.broken, f"{self.command} {path}"):
            return self.answer(500)
        return self.route(hub, path, query, body)

    do_GET = do_POST = do_PATCH = do_DELETE = do_any

    def page(self, items, query):
        size, number = int(query["per_page"][0]), int(query["page"][0])
        return items[size * (number - 1):size * number]

    def route(self, hub, path, query, body):
        parts = path.strip("/").split("/")
        match self.command, parts:
            case "GET", ["actions", "runs", "42", "artifacts"]:
                self.answer(200, {"artifacts": self.page(hub.artifacts, query)})
            case "GET", ["actions", "artifacts", "1", "zip"]:
                self.send_response(302)
                self.send_header("Location", f"{hub.address}/storage")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case "GET", ["pulls", number] if int(number) in hub.pulls:
                self.answer(200, hub.pulls[int(number)])
            case "GET", ["pulls", _, "files"]:
                self.answer(200, self.page([{"filename": name} for name in hub.files], query))
            case "GET", ["issues", number, "comments"]:
                self.answer(200, self.page([one for one in hub.comments if one["on"] == int(number)], query))
            case "POST", ["issues", number, "comments"]:
                hub.comments.append({"id": len(hub.comments) + 1, "on": int(number), "user": BOT, **body})
                self.answer(201, hub.comments[-1])
            case "PATCH", ["issues", "comments", number]:
                hub.comments[int(number) - 1].update(body)
                self.answer(200, hub.comments[int(number) - 1])
            case "DELETE", ["issues", number, "labels", name]:
                labels = hub.pulls[int(number)]["labels"]
                labels[:] = [label for label in labels if label["name"] != urllib.parse.unquote(name)]
                self.answer(200, [])
            case "POST", ["statuses", sha]:
                hub.statuses.append({"sha": sha, **body})
                self.answer(201, {})
            case "GET", ["issues"]:
                found = [one for one in hub.issues if one["state"] == query["state"][0]
                         and query["labels"][0] in one["labels"]]
                self.answer(200, self.page(found, query))
            case "POST", ["issues"]:
                hub.issues.append({"number": len(hub.issues) + 1, "state": "open", **body})
                self.answer(201, hub.issues[-1])
            case "PATCH", ["issues", number]:
                hub.issues[int(number) - 1].update(body)
                self.answer(200, hub.issues[int(number) - 1])
            case _:
                self.answer(404)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingTCPServer):
    """Not http.server's own, which asks DNS for the name of the loopback address first."""

    daemon_threads = True


class FakeGitHub:
    """`with FakeGitHub() as hub`: what the scripts did stands in comments, statuses, issues and calls."""

    def __init__(self):
        self.pulls = {7: pull()}
        self.files = ["Pulumi.prod.yaml"]
        self.comments, self.statuses, self.issues, self.calls = [], [], [], []
        self.broken = ""
        self.offers(b"")

    def offers(self, archive, *, size=None, names=("plan",)):
        """The artifacts of run 42."""
        self.archive = archive
        self.artifacts = [{"id": number + 1, "name": name, "size_in_bytes": len(archive) if size is None else size}
                          for number, name in enumerate(names)]

    def __enter__(self):
        self.server = Server(("127.0.0.1", 0), Handler)
        self.server.hub = self
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    @property
    def environment(self):
        return {"GITHUB_API_URL": self.address, "GITHUB_TOKEN": "token", "GITHUB_REPOSITORY": REPOSITORY,
                "GITHUB_SERVER_URL": "https://github.example", "RUN_ID": "42", "HEAD_SHA": HEAD,
                "DEFAULT_BRANCH": "main", "RUN_URL": "https://github.example/owner/repository/actions/runs/42"}


def command(path, answers):
    """An executable that writes down its arguments in PATH.calls and runs `answers`, lines of Python with `args`."""
    path.write_text(f"#!{sys.executable} -ISB\nimport json, pathlib, sys\nargs = sys.argv[1:]\n"
                    f"with open({str(path) + '.calls'!r}, 'a') as calls:\n    calls.write(json.dumps(args) + '\\n')\n"
                    + answers)
    path.chmod(0o755)
    return path


def without(test, tool):
    """Skips a test whose tool is not installed, with a word; fails it where SKIP_NOTHING is set, as in CI."""
    if os.environ.get("SKIP_NOTHING"):
        test.fail(f"{tool} is not installed")
    print(f"skipped: {tool}, which is not installed", file=sys.stderr)
    test.skipTest(f"{tool} is not installed")


def calls(path):
    written = Path(f"{path}.calls")
    return [json.loads(line) for line in written.read_text().splitlines()] if written.exists() else []
