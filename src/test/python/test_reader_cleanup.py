"""What the function that deletes autoscaling's readers does, with a stand-in for RDS."""
import importlib.util
import pathlib
import sys
import types
import unittest

sys.modules.setdefault("boto3", types.ModuleType("boto3"))
SCRIPT = pathlib.Path(__file__).parents[2] / "main/resources/aurorapg/database/reader-cleanup.py"
spec = importlib.util.spec_from_file_location("reader_cleanup", SCRIPT)
cleanup = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cleanup)

DELETE = {"cluster": "prod-1", "tf": {"action": "delete"}}


class Rds:
    """A cluster whose deleted readers are gone after some looks."""

    class exceptions:
        class DBClusterNotFoundFault(Exception):
            pass

        class DBInstanceNotFoundFault(Exception):
            pass

        class InvalidDBInstanceStateFault(Exception):
            pass

    def __init__(self, members, looks=1, gone=False, already=()):
        self.members, self.looks, self.gone, self.already, self.deleted = list(members), looks, gone, already, []

    def describe_db_clusters(self, DBClusterIdentifier):
        if self.gone:
            raise self.exceptions.DBClusterNotFoundFault()
        if self.deleted:
            self.looks -= 1
            if self.looks < 0:
                self.members = [one for one in self.members if one not in self.deleted]
        return {"DBClusters": [{"DBClusterMembers": [{"DBInstanceIdentifier": one} for one in self.members]}]}

    def delete_db_instance(self, DBInstanceIdentifier, SkipFinalSnapshot):
        self.deleted.append(DBInstanceIdentifier)
        if DBInstanceIdentifier in self.already:
            raise self.exceptions.InvalidDBInstanceStateFault()


class Context:
    def __init__(self, milliseconds=600_000):
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self):
        self.milliseconds -= 20_000
        return self.milliseconds


class ReaderCleanup(unittest.TestCase):
    def run_it(self, rds, event=DELETE, context=None):
        return cleanup.handler(event, context or Context(), rds=rds, sleep=lambda seconds: None)

    def test_nothing_happens_on_creation_and_change(self):
        for event in ({"cluster": "prod-1"}, {"cluster": "prod-1", "tf": {"action": "update"}}):
            rds = Rds(["prod-1-1", "application-autoscaling-a"])
            self.assertEqual({"deleted": []}, self.run_it(rds, event))
            self.assertEqual([], rds.deleted)

    def test_only_the_readers_that_autoscaling_made_are_deleted_and_waited_for(self):
        rds = Rds(["prod-1-1", "prod-1-2", "application-autoscaling-a", "application-autoscaling-b"], looks=3)
        self.assertEqual(
            {"deleted": ["application-autoscaling-a", "application-autoscaling-b"]}, self.run_it(rds))
        self.assertEqual(["prod-1-1", "prod-1-2"], rds.members)

    def test_a_reader_that_is_being_deleted_already_is_waited_for(self):
        rds = Rds(["application-autoscaling-a"], already=("application-autoscaling-a",))
        self.run_it(rds)
        self.assertEqual([], rds.members)

    def test_a_cluster_that_is_gone_has_no_readers(self):
        self.assertEqual({"deleted": []}, self.run_it(Rds([], gone=True)))

    def test_a_reader_that_stays_fails_the_destroy_with_its_name(self):
        with self.assertRaisesRegex(TimeoutError, "application-autoscaling-a"):
            self.run_it(Rds(["application-autoscaling-a"], looks=10_000), context=Context(60_000))


if __name__ == "__main__":
    unittest.main()
