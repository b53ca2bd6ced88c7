package aurorapg.bootstrap;

import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The text of a secret in AWS Secrets Manager. Region and credentials are given, so that the SDK looks for no file and
 * asks no metadata service; {@link Retry} alone decides about another try.
 *
 * @param environment the function's environment
 * @param remaining milliseconds until the deadline
 */
record SecretsManager(Environment environment, LongSupplier remaining) implements Supplier<String> {

    /** Longest wait for one answer in milliseconds; the service takes well below one second. */
    private static final long CALL = 10_000;

    @Override
    public String get() {
        var limit = Duration.ofMillis(Math.max(1, Math.min(CALL, remaining.getAsLong())));
        var builder = SecretsManagerClient.builder()
                .region(Region.of(environment.region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        environment.accessKeyId(), environment.secretAccessKey(), environment.sessionToken())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(limit).socketTimeout(limit.plusSeconds(1)).build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(limit)
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .build());
        environment.secretsEndpoint().map(URI::create).ifPresent(builder::endpointOverride);
        try (var client = builder.build()) {
            return client.getSecretValue(request -> request.secretId(environment.secretArn())).secretString();
        }
    }
}
