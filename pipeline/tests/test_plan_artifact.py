import json
import unittest
import zipfile
from unittest import mock

from plans import archive, change, changed, danger, plan, stack
import plan_artifact
from plan_artifact import Refused

GOOD = plan(stack(changes=[change(properties=[changed()])], outputs=[changed()], dangers=[danger()]))


def altered(**fields):
    value = json.loads(json.dumps(GOOD))
    value.update(fields)
    return value


def within(where, value):
    """GOOD with another value at a path such as stacks.0.dangers."""
    whole = json.loads(json.dumps(GOOD))
    *path, last = [int(part) if part.isdigit() else part for part in where.split(".")]
    inner = whole
    for part in path:
        inner = inner[part]
    inner[last] = value
    return whole


class PlanArtifact(unittest.TestCase):
    def refused(self, content, sentence):
        with self.assertRaises(Refused) as refusal:
            plan_artifact.plan(content)
        self.assertIn(sentence, str(refusal.exception))
        self.assertEqual(1, len(str(refusal.exception).splitlines()))

    def not_of_the_form(self, value):
        self.refused(archive(value), "not of the form")

    def test_what_the_preview_writes_is_read(self):
        self.assertEqual(GOOD, plan_artifact.plan(archive(GOOD)))

    def test_further_files_are_refused(self):
        self.refused(archive(GOOD, **{"other.json": "{}"}), "something else")
        self.refused(archive(GOOD, **{"folder/": ""}), "something else")

    def test_names_that_leave_the_folder_are_refused(self):
        for name in ("../plan.json", "/plan.json", "x/../plan.json", "..\\plan.json", "plan.json/", "PLAN.JSON"):
            self.refused(archive(GOOD, name), "something else")

    def test_the_same_name_twice_is_refused(self):
        with self.assertWarns(UserWarning):
            content = archive(GOOD, **{"plan.json": "{}"})
        self.refused(content, "something else")

    def test_a_large_zip_is_refused_before_it_is_opened(self):
        with mock.patch.object(zipfile, "ZipFile", side_effect=AssertionError):
            self.refused(b"x" * (plan_artifact.LARGEST_ZIP + 1), "larger than 1048576")

    def test_a_small_zip_of_a_large_file_is_refused(self):
        content = archive(b" " * 10_000_000)
        self.assertLess(len(content), plan_artifact.LARGEST_ZIP)
        self.refused(content, "larger than 2097152")

    def test_a_zip_that_lies_about_the_size_is_refused(self):
        content = archive(b" " * 10_000_000)
        size = (10_000_000).to_bytes(4, "little")
        self.assertIn(size, content)
        self.refused(content.replace(size, (100).to_bytes(4, "little")), "no zip")

    def test_no_zip_is_refused(self):
        self.refused(b"", "no zip")
        self.refused(b"GIF89a", "no zip")
        good = archive(GOOD)
        self.refused(good[:40] + b"\xff\xff\xff" + good[43:], "no zip")

    def test_what_is_no_utf8_is_refused(self):
        self.refused(archive(b'{"version": 1, "number": 7, "stacks": [], "x": "\xff"}'), "not UTF-8")
        self.refused(archive(json.dumps(GOOD).encode("utf-16")), "not UTF-8")

    def test_half_a_surrogate_is_refused(self):
        self.not_of_the_form(json.dumps(within("stacks.0.why", "\ud800")))

    def test_what_is_no_json_is_refused(self):
        for said in ("", "{", "[1,]", "9" * 5000, "[" * 100_000):
            self.refused(archive(said), "not JSON")

    def test_another_number_than_a_whole_one_is_refused(self):
        for number in ("7", "7\n8", 7.0, True, None, [7], -7, 0, 2 ** 31, 1e400):
            self.not_of_the_form(json.dumps(altered(number=number)))

    def test_other_types_are_refused_at_every_place(self):
        places = ["stacks", "stacks.0", "stacks.0.stack", "stacks.0.state", "stacks.0.why", "stacks.0.changes",
                  "stacks.0.changes.0", "stacks.0.changes.0.kind", "stacks.0.changes.0.type",
                  "stacks.0.changes.0.name", "stacks.0.changes.0.properties", "stacks.0.changes.0.properties.0.path",
                  "stacks.0.changes.0.properties.0.forces", "stacks.0.outputs", "stacks.0.outputs.0.before",
                  "stacks.0.dangers", "stacks.0.dangers.0", "stacks.0.dangers.0.resource",
                  "stacks.0.dangers.0.what", "stacks.0.dangers.0.lost"]
        for place in places:
            for value in (None, 7, {"a": "b"}, ["a"]):
                self.not_of_the_form(within(place, value))

    def test_another_version_and_further_or_missing_fields_are_refused(self):
        for version in (2, True, "1", 1.0):
            self.not_of_the_form(altered(version=version))
        self.not_of_the_form(altered(comment="text"))
        self.not_of_the_form({"version": 1, "number": 7})
        self.not_of_the_form([])

    def test_names_that_could_be_markup_a_mention_or_a_link_are_refused(self):
        for name in ("<b>", "@owner", "[x](y)", "a b", "a`b", "a\nb", "https://x", "", "-a", "a|b", "é", "a" * 201):
            for place in ("stacks.0.stack", "stacks.0.changes.0.name", "stacks.0.changes.0.type",
                          "stacks.0.dangers.0.resource"):
                if name == "https://x" and place.endswith("type"):
                    continue  # of a type's characters, and it is shown in a fence alone
                self.not_of_the_form(within(place, name))

    def test_huge_counts_are_refused(self):
        self.not_of_the_form(altered(stacks=[stack(f"s{number}") for number in range(31)]))
        self.not_of_the_form(within("stacks.0.dangers", [danger()] * 2001))
        self.not_of_the_form(within("stacks.0.outputs", [changed(before="", after="")] * 2001))

    def test_long_texts_are_refused(self):
        self.not_of_the_form(within("stacks.0.dangers.0.lost", "x" * 2001))

    def test_a_stack_that_stands_there_twice_is_refused(self):
        self.refused(archive(plan(stack(), stack())), "twice")


if __name__ == "__main__":
    unittest.main()
