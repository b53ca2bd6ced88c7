"""GitHub's REST API, as much of it as the scripts need: JSON, pages, one download.

Input: the address in GITHUB_API_URL and a token in GITHUB_TOKEN, as a runner sets them.
Errors: ApiError with one sentence, whenever GitHub does not answer with success.
"""
import json
import os
import urllib.error
import urllib.parse
import urllib.request

PER_PAGE = 100  # GitHub's limit
MOST_PAGES = 30
SECONDS = 30


class ApiError(Exception):
    """One sentence; `code` is the HTTP status, 0 without an answer."""

    def __init__(self, sentence, code=0):
        super().__init__(sentence)
        self.code = code


class WithoutToken(urllib.request.HTTPRedirectHandler):
    """Follows GitHub to its storage; the token is for GitHub alone, the storage refuses it besides."""

    def redirect_request(self, request, *answer):
        followed = super().redirect_request(request, *answer)
        if followed:
            followed.remove_header("Authorization")
        return followed


class GitHub:
    def __init__(self, token=None, address=None):
        self.address = (address or os.environ["GITHUB_API_URL"]).rstrip("/")
        self.token = token or os.environ["GITHUB_TOKEN"]
        self.opener = urllib.request.build_opener(WithoutToken)

    def open(self, method, path, body=None):
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json",
                   "X-GitHub-Api-Version": "2022-11-28", "Content-Type": "application/json"}
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, content, headers, method=method)
        try:
            return self.opener.open(request, timeout=SECONDS)
        except urllib.error.HTTPError as refusal:
            raise ApiError(f"GitHub answers {refusal.code} to {method} {path}", refusal.code) from refusal
        except OSError as broken:
            raise ApiError(f"GitHub does not answer to {method} {path}") from broken

    def send(self, method, path, body=None):
        """The answer's JSON; None where there is none."""
        with self.open(method, path, body) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def get(self, path):
        return self.send("GET", path)

    def pages(self, path, key=None):
        """Every item of a list, page after page; `key` where the list stands in an object."""
        joint = "&" if "?" in path else "?"
        for number in range(1, MOST_PAGES + 1):
            answer = self.get(f"{path}{joint}per_page={PER_PAGE}&page={number}")
            items = answer[key] if key else answer
            yield from items
            if len(items) < PER_PAGE:
                return

    def download(self, path, most):
        """The bytes behind a path; ApiError when there are more than `most`."""
        with self.open("GET", path) as answer:
            content = answer.read(most + 1)
        if len(content) > most:
            raise ApiError(f"{path} is larger than {most} bytes")
        return content


def quoted(name):
    return urllib.parse.quote(name, safe="")
