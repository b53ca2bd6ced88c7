"""Deletes the readers that autoscaling added to a cluster, which would keep the cluster from being deleted.

Called on every change of the stack; it acts on the last call alone, when the stack goes. Fails, and with it the
destroy, when a reader is still there after the time that Lambda gives.
"""
import time

import boto3

# Aurora names the readers that it adds so (Aurora user guide, Auto Scaling with Aurora replicas).
PREFIX = "application-autoscaling-"
PAUSE_SECONDS = 15
MARGIN_MILLISECONDS = 30_000


def added(rds, cluster):
    """Identifiers of the added readers; none where the cluster is gone."""
    try:
        members = rds.describe_db_clusters(DBClusterIdentifier=cluster)["DBClusters"][0]["DBClusterMembers"]
    except rds.exceptions.DBClusterNotFoundFault:
        return []
    return [one["DBInstanceIdentifier"] for one in members if one["DBInstanceIdentifier"].startswith(PREFIX)]


def handler(event, context, rds=None, sleep=time.sleep):
    if event.get("tf", {}).get("action") != "delete":
        return {"deleted": []}
    rds = rds or boto3.client("rds")
    deleted = added(rds, event["cluster"])
    for reader in deleted:
        try:
            rds.delete_db_instance(DBInstanceIdentifier=reader, SkipFinalSnapshot=True)
        except (rds.exceptions.DBInstanceNotFoundFault, rds.exceptions.InvalidDBInstanceStateFault):
            pass  # somebody else, autoscaling itself for example, is deleting it
    while left := added(rds, event["cluster"]):
        if context.get_remaining_time_in_millis() < MARGIN_MILLISECONDS:
            raise TimeoutError("still being deleted: %s; run destroy again" % ", ".join(left))
        sleep(PAUSE_SECONDS)
    return {"deleted": deleted}
