import re
import shutil
import subprocess
import unittest

from loopback import PIPELINE, without

FILE = PIPELINE / "roles.yaml"
TEXT = FILE.read_text(encoding="utf-8")
PREVIEW, DEPLOY = re.split(r"^  DeployRole:\n", TEXT[TEXT.index("  PreviewRole:"):TEXT.index("\nOutputs:")],
                           flags=re.MULTILINE)


def statements(role):
    """Statements by Sid, as text without the folding."""
    parts = re.split(r"- Sid: (\w+)\n", role)
    return dict(zip(parts[1::2], parts[2::2]))


class Roles(unittest.TestCase):
    def test_each_role_trusts_one_environment_of_one_repository(self):
        for role, environment in ((PREVIEW, "${Stage}-preview"), (DEPLOY, "${Stage}")):
            self.assertEqual(1, role.count("sts:AssumeRoleWithWebIdentity"))
            trust = role[:role.index("Policies:")]
            self.assertNotIn("StringLike", trust)
            self.assertIn("token.actions.githubusercontent.com:aud: sts.amazonaws.com\n", trust)
            self.assertRegex(trust, r":sub:\s+!Sub repo:\$\{Organization}/\$\{Repository}:environment:"
                             + re.escape(environment) + "\n")

    def test_the_preview_role_is_allowed_nothing_that_writes(self):
        for name, statement in statements(PREVIEW).items():
            if "Effect: Allow" in statement:
                actions = re.findall(r"\b[a-z0-9]+:([A-Z]\w*\*?)", statement.split("Resource")[0])
                self.assertTrue(actions, name)
                for action in actions:
                    self.assertRegex(action, "^(Describe|Get|List|Decrypt)", name)

    def test_the_preview_role_is_denied_data_and_secrets(self):
        denied = statements(PREVIEW)
        for action in ("secretsmanager:GetSecretValue", "logs:GetLogEvents", "ec2:GetPasswordData"):
            self.assertIn(f"- {action}\n", denied["NeverReadDataOrSecrets"])
        self.assertIn("NotResource: !If [HasStateKey, !Ref StateKeyArn", denied["NeverDecryptButTheState"])
        self.assertIn("${StateBucket}/.pulumi/*", denied["NeverReadObjectsButTheState"])
        for name in ("NeverReadDataOrSecrets", "NeverDecryptButTheState", "NeverReadObjectsButTheState"):
            self.assertIn("Effect: Deny", denied[name])

    def test_the_deploy_role_writes_no_role_but_the_stacks_own(self):
        for name, statement in statements(DEPLOY).items():
            actions = re.findall(r"\biam:([A-Z]\w*\*?)", statement.split("Resource:")[0])
            if any(not re.match("Get|List", action) for action in actions):
                self.assertRegex(statement, r"(role|instance-profile)/(\$\{Stage\}-|aws-service-role/)\*", name)
        names = re.findall(r"RoleName: !Sub (.*)", TEXT)
        self.assertEqual(["aurora-postgres-${Stage}-preview", "aurora-postgres-${Stage}-deploy"], names)

    def test_the_deploy_role_hands_roles_to_the_programs_services_alone(self):
        self.assertIn("iam:PassedToService:", statements(DEPLOY)["HandTheStacksOwnRolesToServices"])
        self.assertEqual(1, TEXT.count("iam:PassRole"))
        self.assertNotIn("GetSecretValue", DEPLOY)

    def test_the_page_names_the_parameters_that_there_are(self):
        command = (PIPELINE / "README.md").read_text(encoding="utf-8").split("--parameter-overrides", 1)[1]
        named = re.findall(r"(\w+)=", command[:command.index("aws cloudformation")])
        self.assertEqual(set(re.findall(r"^  (\w+):$", TEXT[:TEXT.index("Conditions:")], re.MULTILINE)), set(named))

    def test_cfn_lint_finds_nothing(self):
        linter = shutil.which("cfn-lint")
        if not linter:
            without(self, "cfn-lint")
        found = subprocess.run([linter, FILE], capture_output=True, text=True)
        self.assertEqual((0, ""), (found.returncode, found.stdout + found.stderr))


if __name__ == "__main__":
    unittest.main()
