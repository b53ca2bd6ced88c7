#!/bin/bash
# Sets a bastion up: log, shell recording, SSH, psql, the team's script, the address. It may be run again at any time.
set -euo pipefail

REGION=@@REGION@@
ALLOCATION_ID=@@ALLOCATION_ID@@
LOG_GROUP=@@LOG_GROUP@@
GROUP_NAME=@@GROUP_NAME@@
HOOK_NAME=@@HOOK_NAME@@
PSQL_MAJOR=@@PSQL_MAJOR@@
BANNER_TEXT=@@BANNER_TEXT@@
BANNER_OBJECT=@@BANNER_OBJECT@@
TCP_FORWARDING=@@TCP_FORWARDING@@
X11_FORWARDING=@@X11_FORWARDING@@
TEAM_SCRIPT=@@TEAM_SCRIPT@@
CERTIFICATES_URL=@@CERTIFICATES_URL@@

ROOT="${BASTION_ROOT:-}" # where the tests let the script write
LOG_AGENT=/opt/aws/amazon-cloudwatch-agent
mkdir -p "$ROOT/var/log/bastion"
exec > >(tee -a "$ROOT/var/log/bastion/set-up.log") 2>&1

step() { echo "$(date -u +%FT%TZ) set-up: $*"; }

metadata() {
  local token
  token=$(curl -sSf -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" http://169.254.169.254/latest/api/token)
  curl -sSf -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"
}

report() { # CONTINUE lets the host count as up, ABANDON ends it
  aws autoscaling complete-lifecycle-action --region "$REGION" --auto-scaling-group-name "$GROUP_NAME" \
    --lifecycle-hook-name "$HOOK_NAME" --instance-id "$INSTANCE_ID" --lifecycle-action-result "$1"
}

finish() {
  local rc=$?
  if [ "$rc" -eq 0 ]; then
    step "done"
    report CONTINUE || step "the hook was answered before: the script was run again by hand"
  else
    step "failed with exit code $rc, the host is given up"
    sleep "${BASTION_FLUSH_SECONDS:-15}" # the agent sends what was logged
    report ABANDON || true
  fi
}

retry() { # TIMES COMMAND...
  local times=$1 try
  shift
  for try in $(seq "$times"); do
    if "$@"; then return 0; fi
    step "try $try of $times failed: $1"
    sleep "${BASTION_RETRY_SECONDS:-5}"
  done
  return 1
}

write() { # FILE MODE: standard input becomes the file, whatever it was
  mkdir -p "$(dirname "$ROOT$1")"
  cat > "$ROOT$1"
  chmod "$2" "$ROOT$1"
}

INSTANCE_ID=$(metadata instance-id)
trap finish EXIT

step "packages"
retry 5 dnf install -y -q amazon-cloudwatch-agent rsyslog audit

step "log"
write /etc/rsyslog.d/10-bastion.conf 0644 <<'EOF'
$FileCreateMode 0600
local6.* /var/log/bastion/commands.log
authpriv.* /var/log/secure
EOF
for file in bastion/commands.log secure audit/audit.log; do
  mkdir -p "$(dirname "$ROOT/var/log/$file")"
  touch "$ROOT/var/log/$file"
  chmod 0600 "$ROOT/var/log/$file"
done
write "$LOG_AGENT/etc/bastion.json" 0644 <<EOF
{
  "agent": {"run_as_user": "root", "region": "$REGION"},
  "logs": {
    "force_flush_interval": 5,
    "logs_collected": {"files": {"collect_list": [
      {"file_path": "/var/log/bastion/set-up.log", "log_group_name": "$LOG_GROUP", "log_stream_name": "{instance_id}/set-up"},
      {"file_path": "/var/log/bastion/commands.log", "log_group_name": "$LOG_GROUP", "log_stream_name": "{instance_id}/commands"},
      {"file_path": "/var/log/secure", "log_group_name": "$LOG_GROUP", "log_stream_name": "{instance_id}/logins"},
      {"file_path": "/var/log/audit/audit.log", "log_group_name": "$LOG_GROUP", "log_stream_name": "{instance_id}/audit"}
    ]}}
  }
}
EOF
systemctl enable rsyslog
systemctl restart rsyslog
"$ROOT$LOG_AGENT/bin/amazon-cloudwatch-agent-ctl" -a fetch-config -m ec2 -s -c "file:$LOG_AGENT/etc/bastion.json"

step "shell recording"
write /etc/profile.d/zz-bastion-recording.sh 0644 <<'EOF'
# Each command line of an interactive bash: who, from where, what. The log file is root's; the audit log has it too.
if [ -n "${BASH_VERSION:-}" ] && [ -z "${BASTION_RECORDING:-}" ]; then
  readonly BASTION_RECORDING=1
  export HISTCONTROL=
  bastion_record() {
    local number line
    read -r number line < <(HISTTIMEFORMAT='' builtin history 1)
    if [ -n "$line" ] && [ "$number" != "${BASTION_LAST:-$number}" ]; then
      logger -p local6.info -t bastion -- "bastion-command user=$(id -un) from=${SSH_CLIENT%% *} command=$line"
    fi
    BASTION_LAST=$number
  }
  readonly -f bastion_record
  readonly PROMPT_COMMAND=bastion_record
fi
EOF
write /usr/local/sbin/bastion-session 0755 <<'EOF'
#!/bin/bash
# sshd starts this in place of what was asked for, so that a command without a shell is recorded too.
if [ -n "${SSH_ORIGINAL_COMMAND:-}" ]; then
  logger -p local6.info -t bastion -- "bastion-command user=$(id -un) from=${SSH_CLIENT%% *} command=$SSH_ORIGINAL_COMMAND"
  exec /bin/bash -c "$SSH_ORIGINAL_COMMAND"
fi
exec /bin/bash --login
EOF
# auid: people who logged in by SSH, even as root by sudo; uid: Session Manager's ssm-user, who has no auid.
write /etc/audit/rules.d/90-bastion.rules 0600 <<'EOF'
-a always,exit -F arch=b64 -S execve,execveat -F auid>=1000 -F auid!=unset -k bastion-exec
-a always,exit -F arch=b64 -S execve,execveat -F uid>=1000 -F auid=unset -k bastion-exec
-w /etc/audit -p wa -k bastion-recording
-w /etc/rsyslog.d -p wa -k bastion-recording
-w /etc/ssh -p wa -k bastion-recording
-w /etc/profile.d -p wa -k bastion-recording
-w /opt/aws/amazon-cloudwatch-agent/etc -p wa -k bastion-recording
-w /var/log/bastion -p wa -k bastion-recording
-e 2
EOF
# Amazon Linux ships a rule that switches off the audit of system calls.
rm -f "$ROOT/etc/audit/rules.d/audit.rules"
systemctl enable auditd
if ! auditctl -s | grep -q '^enabled 2'; then # 2: fixed until the next boot, by an earlier run
  augenrules --load
fi

step "ssh"
if [ -n "$BANNER_OBJECT" ]; then
  retry 5 aws s3 cp --region "$REGION" "$BANNER_OBJECT" "$ROOT/etc/ssh/bastion-banner"
  chmod 0644 "$ROOT/etc/ssh/bastion-banner"
else
  printf '%s\n' "$BANNER_TEXT" | write /etc/ssh/bastion-banner 0644
fi
banner=/etc/ssh/bastion-banner
if [ -z "$BANNER_TEXT$BANNER_OBJECT" ]; then banner=none; fi
write /etc/ssh/sshd_config.d/00-bastion.conf 0600 <<EOF
Banner $banner
AllowTcpForwarding $TCP_FORWARDING
X11Forwarding $X11_FORWARDING
AllowAgentForwarding no
PermitTunnel no
PermitRootLogin no
PasswordAuthentication no
MaxAuthTries 4
LogLevel VERBOSE
SyslogFacility AUTHPRIV
ForceCommand /usr/local/sbin/bastion-session
EOF
sshd -t
systemctl restart sshd

step "psql"
psql_found=
for major in $(seq "$PSQL_MAJOR" $((PSQL_MAJOR + 6))); do
  if dnf install -y -q "postgresql$major"; then
    psql_found=$major
    break
  fi
done
[ -n "$psql_found" ] || { step "no psql of version $PSQL_MAJOR or newer"; exit 1; }
psql --version
mkdir -p "$ROOT/etc/pki/rds"
retry 5 curl -sSf -o "$ROOT/etc/pki/rds/global-bundle.pem" "$CERTIFICATES_URL"
chmod 0644 "$ROOT/etc/pki/rds/global-bundle.pem"

if [ -n "$TEAM_SCRIPT" ]; then
  step "the team's script"
  script=$(mktemp)
  retry 5 aws s3 cp --region "$REGION" "$TEAM_SCRIPT" "$script"
  bash "$script"
  rm -f "$script"
fi

# Last: a host that fails above leaves the address with the one before it.
step "address"
retry 10 aws ec2 associate-address --region "$REGION" --allocation-id "$ALLOCATION_ID" \
  --instance-id "$INSTANCE_ID" --allow-reassociation
# The way out changes with the address; what is reported before that may be lost.
sleep "${BASTION_RETRY_SECONDS:-5}"
