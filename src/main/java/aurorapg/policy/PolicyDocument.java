package aurorapg.policy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy document of IAM's language, as data; {@link #json()} is what AWS takes. */
public record PolicyDocument(List<Statement> statements) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    public static PolicyDocument of(Statement... statements) {
        return new PolicyDocument(List.of(statements));
    }

    /** Lets an AWS service take a role, for calls on behalf of this account only. */
    public static PolicyDocument assumedBy(String service, String accountId) {
        return of(Statement.allow("AssumedByService")
                .service(service)
                .actions("sts:AssumeRole")
                .condition("StringEquals", "aws:SourceAccount", accountId));
    }

    /** Lets EC2 take a role; EC2 sends no source account with an instance profile. */
    public static PolicyDocument assumedByEc2() {
        return assumedBy("ec2.amazonaws.com");
    }

    /** Lets Lambda take a role; it documents no source account with a function's role. */
    public static PolicyDocument assumedByLambda() {
        return assumedBy("lambda.amazonaws.com");
    }

    private static PolicyDocument assumedBy(String service) {
        return of(Statement.allow("AssumedByService").service(service).actions("sts:AssumeRole"));
    }

    /** The document as JSON, members in IAM's usual order. */
    public String json() {
        var document = new LinkedHashMap<String, Object>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements.stream().map(Statement::members).toList());
        return GSON.toJson(document);
    }

    /**
     * One statement; each method returns a statement with that much more said.
     *
     * @param members the statement as IAM's members
     */
    public record Statement(Map<String, Object> members) {

        public static Statement allow(String sid) {
            return new Statement(Map.of()).with("Sid", sid).with("Effect", "Allow");
        }

        public static Statement deny(String sid) {
            return new Statement(Map.of()).with("Sid", sid).with("Effect", "Deny");
        }

        /** Lets a function write to its log group. */
        public static Statement writeLog(String logGroupArn) {
            return allow("WriteLog").actions("logs:CreateLogStream", "logs:PutLogEvents").resources(logGroupArn + ":*");
        }

        /** Lets a function send its traces; these actions know no resource. */
        public static Statement trace() {
            return allow("Trace").actions("xray:PutTraceSegments", "xray:PutTelemetryRecords").resources("*");
        }

        /** An AWS service as principal. */
        public Statement service(String service) {
            return with("Principal", Map.of("Service", service));
        }

        /** An account or role as principal, by its ARN. */
        public Statement aws(String arn) {
            return with("Principal", Map.of("AWS", arn));
        }

        public Statement actions(String... actions) {
            return with("Action", List.of(actions));
        }

        public Statement resources(String... resources) {
            return with("Resource", List.of(resources));
        }

        /** Adds a condition; several conditions of a statement must all hold. */
        @SuppressWarnings("unchecked")
        public Statement condition(String operator, String key, String... values) {
            var conditions = new LinkedHashMap<>((Map<String, Map<String, Object>>) members.getOrDefault("Condition", Map.of()));
            var operands = new LinkedHashMap<>(conditions.getOrDefault(operator, Map.of()));
            operands.put(key, values.length == 1 ? values[0] : new ArrayList<>(List.of(values)));
            conditions.put(operator, operands);
            return with("Condition", conditions);
        }

        private Statement with(String member, Object value) {
            var more = new LinkedHashMap<>(members);
            more.put(member, value);
            return new Statement(more);
        }
    }
}
