package aurorapg.bastion;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInitialLifecycleHookArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshArgs;
import com.pulumi.aws.autoscaling.inputs.GroupInstanceRefreshPreferencesArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.core.Output;
import com.pulumi.random.RandomId;
import com.pulumi.random.RandomIdArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Linux host in an Auto Scaling group of one, which takes its Elastic IP over by itself and logs what people do. */
public final class Bastion extends ComponentResource {

    /** Longer than the longest set-up seen; a host that has not reported by then is given up. */
    private static final int SET_UP_SECONDS = 900;

    private static final double CPU_PERCENT = 80;
    private static final int CPU_PERIOD_SECONDS = 600;

    private final BastionArgs args;
    private final Eip address;
    private final BastionAccess access;
    private final BastionLog log;
    private final Output<String> groupName;
    private final Group group;

    public Bastion(String name, BastionArgs args, ComponentResourceOptions options) {
        super("aurora-postgres:bastion:Bastion", name, options);
        this.args = args;
        var child = CustomResourceOptions.builder().parent(this).build();
        // The group's name stands in its host's policy and script before the group exists.
        var random = new RandomId(
                args.naming().logical("bastion-id"), RandomIdArgs.builder().byteLength(4).build(), child);
        groupName = random.hex().applyValue(hex -> args.naming().slug() + "-bastion-" + hex);
        var addressName = args.naming().logical("bastion-address");
        address = new Eip(
                addressName, EipArgs.builder().domain("vpc").tags(args.tags().named(addressName)).build(), child);
        access = new BastionAccess(args, this);
        log = new BastionLog(args, this);
        var host = new BastionHost(args, address, access, log, groupName, this);
        group = group(host);
        alarm(child);
        registerOutputs(Map.of("address", address.publicIp(), "autoScalingGroup", group.name()));
    }

    /** The bastion's public address, the same for every host. */
    public Output<String> eip() {
        return address.publicIp();
    }

    /** Security group of the host, to which a database adds the way to its port. */
    public Output<String> securityGroupId() {
        return access.groupId();
    }

    /** What a database needs of it. */
    public UsedBastion used() {
        return new UsedBastion(securityGroupId(), autoScalingGroupName());
    }

    /** Log group of commands and logins. */
    public Output<String> logGroupName() {
        return log.group().name();
    }

    /** The Auto Scaling group's name. */
    public Output<String> autoScalingGroupName() {
        return group.name();
    }

    /** The command that opens a shell by Session Manager. */
    public Output<String> sessionCommand() {
        return group.name().applyValue(name -> BastionCommands.session(args.location().region(), name));
    }

    /** The command that opens a shell by SSH; empty without a key pair. */
    public Optional<Output<String>> sshCommand() {
        return args.settings().keyPairName().map(key -> args.settings().accessCidrs().isEmpty()
                ? group.name().applyValue(name -> BastionCommands.sshThroughSession(args.location().region(), key, name))
                : eip().applyValue(ip -> BastionCommands.ssh(key, ip)));
    }

    private Group group(BastionHost host) {
        return new Group(
                args.naming().logical("bastion-group"),
                GroupArgs.builder()
                        .name(groupName)
                        .minSize(1)
                        .maxSize(1)
                        .desiredCapacity(1)
                        .vpcZoneIdentifiers(args.publicSubnetIds())
                        .launchTemplate(GroupLaunchTemplateArgs.builder()
                                .id(host.templateId())
                                .version(host.templateVersion())
                                .build())
                        .healthCheckType("EC2")
                        .healthCheckGracePeriod(60)
                        // Registered with the group: a hook that comes later would miss the first host.
                        .initialLifecycleHooks(GroupInitialLifecycleHookArgs.builder()
                                .name(SetUp.HOOK)
                                .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                                .defaultResult("ABANDON")
                                .heartbeatTimeout(SET_UP_SECONDS)
                                .build())
                        // The new host first: one whose set-up fails leaves the old one and its address alone.
                        .instanceRefresh(GroupInstanceRefreshArgs.builder()
                                .strategy("Rolling")
                                .preferences(GroupInstanceRefreshPreferencesArgs.builder()
                                        .minHealthyPercentage(100)
                                        .maxHealthyPercentage(200)
                                        .build())
                                .build())
                        .waitForCapacityTimeout("20m")
                        .tags(args.tags().named(args.naming().logical("bastion")).entrySet().stream()
                                .map(tag -> GroupTagArgs.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .propagateAtLaunch(true)
                                        .build())
                                .toList())
                        .build(),
                CustomResourceOptions.builder().parent(this).dependsOn(host.needed()).build());
    }

    private void alarm(CustomResourceOptions child) {
        var alarmName = args.naming().logical("bastion-cpu");
        new MetricAlarm(
                alarmName,
                MetricAlarmArgs.builder()
                        .alarmDescription("The bastion's processor has been busy for ten minutes")
                        .namespace("AWS/EC2")
                        .metricName("CPUUtilization")
                        .dimensions(group.name().applyValue(name -> Map.of("AutoScalingGroupName", name)))
                        .statistic("Average")
                        .comparisonOperator("GreaterThanThreshold")
                        .threshold(CPU_PERCENT)
                        .period(CPU_PERIOD_SECONDS)
                        .evaluationPeriods(1)
                        .treatMissingData("notBreaching")
                        .alarmActions(args.notificationTopicArn().applyValue(List::of))
                        .tags(args.tags().named(alarmName))
                        .build(),
                child);
    }
}
