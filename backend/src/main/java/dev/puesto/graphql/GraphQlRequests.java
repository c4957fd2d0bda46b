package dev.puesto.graphql;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/** Runs a document for a viewer, after what can be told before: limits, needed scopes, cost, points. */
@Component
class GraphQlRequests {
    private static final String REQUEST = "request";

    private final Documents documents;
    private final Points points;
    private final Deadlines deadlines;
    private final EngineErrors errors;
    private final ExecutionGraphQlService engine;
    private final GraphQlSource source;
    private final GraphQlSettings settings;

    GraphQlRequests(
            Documents documents,
            Points points,
            Deadlines deadlines,
            EngineErrors errors,
            ExecutionGraphQlService engine,
            GraphQlSource source,
            GraphQlSettings settings) {
        this.documents = documents;
        this.points = points;
        this.deadlines = deadlines;
        this.errors = errors;
        this.engine = engine;
        this.source = source;
        this.settings = settings;
    }

    GraphQlAnswer run(GraphQlBody body, Viewer viewer, Locale locale) {
        return switch (documents.prepared(body.query())) {
            case PreparedDocument.Refused refused -> refused(refused.refusal(), viewer, locale);
            case PreparedDocument.Invalid invalid -> {
                points.spend(viewer, 1);
                yield new GraphQlAnswer(false, Map.of("errors", errors.shown(invalid.errors(), locale)));
            }
            case PreparedDocument.Runnable runnable -> run(runnable, body, viewer, locale);
        };
    }

    private GraphQlAnswer refused(Refusal refusal, Viewer viewer, Locale locale) {
        points.spend(viewer, 1);
        if (refusal.code() == ErrorCode.QUERY_TOO_COMPLEX) {
            throw refusal;
        }
        return new GraphQlAnswer(false, Map.of("errors", List.of(errors.shown(refusal, locale))));
    }

    private GraphQlAnswer run(PreparedDocument.Runnable document, GraphQlBody body, Viewer viewer, Locale locale) {
        OperationPlan plan = document.operation(body.operationName());
        if (plan.kind() == OperationDefinition.Operation.SUBSCRIPTION) {
            throw Refusal.badRequest("unsupported");
        }
        refuseMissingScopes(plan, viewer);
        long cost = Math.max(1, plan.cost().points(body.variables()));
        if (cost > settings.cost()) {
            throw Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "cost", cost, settings.cost());
        }
        long remaining = points.spend(viewer, cost);
        ExecutionResult result = execute(document.entry(), body, viewer.using(plan.scopes()), locale);
        Supplier<Optional<List<String>>> variableFault =
                () -> VariableFault.find(source.schema(), plan.definition(), body.variables());
        List<Map<String, Object>> shown = errors.shown(result.getErrors(), locale, variableFault);
        return answer(result, shown, Map.of("requested", cost, "limit", settings.pointsKept(), "remaining", remaining));
    }

    private static void refuseMissingScopes(OperationPlan plan, Viewer viewer) {
        if (!viewer.scopes().containsAll(plan.scopes())) {
            Set<Scope> missing = EnumSet.copyOf(plan.scopes());
            missing.removeAll(viewer.scopes());
            throw Refusal.of(ErrorCode.FORBIDDEN, String.join(" ", Scope.wireNames(missing)));
        }
    }

    private ExecutionResult execute(PreparsedDocumentEntry document, GraphQlBody body, Viewer viewer, Locale locale) {
        DefaultExecutionGraphQlRequest request = new DefaultExecutionGraphQlRequest(
                body.query(), body.operationName(), body.variables(), body.extensions(), REQUEST, locale);
        try (Deadlines.Running running = deadlines.watch()) {
            request.configureExecutionInput((input, builder) -> {
                ExecutionInput configured = builder.graphQLContext(
                                context -> context.of(Viewer.class, viewer, PreparsedDocumentEntry.class, document))
                        .build();
                running.over(configured);
                return configured;
            });
            return engine.execute(request).block().getExecutionResult();
        }
    }

    private static GraphQlAnswer answer(
            ExecutionResult result, List<Map<String, Object>> shown, Map<String, Long> cost) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!shown.isEmpty()) {
            body.put("errors", shown);
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        body.put("extensions", Map.of("cost", cost));
        return new GraphQlAnswer(result.isDataPresent(), body);
    }
}
