package aurorapg.bastion;

import aurorapg.policy.PolicyDocument;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplatePlacementArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What a bastion's host is made of: its role and its launch template. */
final class BastionHost {

    private static final int ROOT_VOLUME_GIB = 10;

    private final LaunchTemplate template;
    private final RolePolicy policy;

    BastionHost(
            BastionArgs args, Eip address, BastionAccess access, BastionLog log, Output<String> groupName, Resource parent) {
        var child = CustomResourceOptions.builder().parent(parent).build();
        var settings = args.settings();
        var naming = args.naming();
        var hostTags = args.tags().named(naming.logical("bastion"));
        var roleName = naming.logical("bastion-role");
        var role = new Role(
                roleName,
                RoleArgs.builder()
                        .namePrefix(naming.prefix("bastion"))
                        .description("Bastion of stack " + naming.stack())
                        .assumeRolePolicy(PolicyDocument.assumedByEc2().json())
                        .tags(args.tags().named(roleName))
                        .build(),
                child);
        policy = new RolePolicy(
                naming.logical("bastion-policy"),
                RolePolicyArgs.builder()
                        .namePrefix(naming.prefix("bastion"))
                        .role(role.id())
                        .policy(Output.tuple(address.allocationId(), log.group().arn(), groupName)
                                .applyValue(t -> BastionPolicies.of(
                                                args.location(), t.t1, naming.logical("bastion"), t.t2, t.t3, SetUp.s3Objects(settings))
                                        .json()))
                        .build(),
                child);
        var profileName = naming.logical("bastion-profile");
        var profile = new InstanceProfile(
                profileName,
                InstanceProfileArgs.builder()
                        .namePrefix(naming.prefix("bastion"))
                        .role(role.name())
                        .tags(args.tags().named(profileName))
                        .build(),
                child);
        var templateName = naming.logical("bastion-template");
        var builder = LaunchTemplateArgs.builder()
                .namePrefix(naming.prefix("bastion"))
                .description("Bastion of stack " + naming.stack())
                .imageId(settings.amiId().orElseGet(() -> Architecture.newestImage(settings.instanceType())))
                .instanceType(settings.instanceType())
                .updateDefaultVersion(true)
                .iamInstanceProfile(LaunchTemplateIamInstanceProfileArgs.builder().arn(profile.arn()).build())
                .metadataOptions(LaunchTemplateMetadataOptionsArgs.builder()
                        .httpEndpoint("enabled")
                        .httpTokens("required")
                        .httpPutResponseHopLimit(1)
                        .build())
                .blockDeviceMappings(LaunchTemplateBlockDeviceMappingArgs.builder()
                        .deviceName("/dev/xvda")
                        .ebs(LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                                .encrypted("true")
                                .volumeType("gp3")
                                .volumeSize(ROOT_VOLUME_GIB)
                                .deleteOnTermination("true")
                                .build())
                        .build())
                .networkInterfaces(LaunchTemplateNetworkInterfaceArgs.builder()
                        // Without one at launch the host could not reach AWS to take its Elastic IP.
                        .associatePublicIpAddress("true")
                        .deleteOnTermination("true")
                        .securityGroups(access.groupId().applyValue(List::of))
                        .build())
                .placement(LaunchTemplatePlacementArgs.builder().tenancy(settings.tenancy()).build())
                .tagSpecifications(Stream.of("instance", "volume", "network-interface")
                        .map(type -> LaunchTemplateTagSpecificationArgs.builder().resourceType(type).tags(hostTags).build())
                        .toList())
                .userData(Output.tuple(address.allocationId(), log.group().name(), groupName)
                        .applyValue(t -> base64(UserData.of(SetUp.values(
                                settings, args.location(), args.psqlMajorVersion(), t.t1, t.t2, t.t3)))))
                .tags(args.tags().named(templateName));
        settings.keyPairName().ifPresent(builder::keyName);
        template = new LaunchTemplate(templateName, builder.build(), child);
    }

    Output<String> templateId() {
        return template.id();
    }

    Output<String> templateVersion() {
        return template.latestVersion().applyValue(String::valueOf);
    }

    /** What a host's set-up uses without the template naming it. */
    Resource needed() {
        return policy;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
