package dev.puesto.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** The documents that clients send, each parsed, validated and planned once; refused ones are kept as well. */
@Component
class Documents {
    private static final int CHARACTERS_KEPT_MAX = 20_000_000;
    private static final int RULE_DEPTH_MAX = 200;

    private final GraphQLSchema schema;
    private final GraphQlSettings limits;
    private final ParserOptions parsing;
    private final QueryComplexityLimits complexity;
    private final Cache<String, PreparedDocument> kept;

    Documents(GraphQlSource source, GraphQlSettings limits) {
        this.schema = source.schema();
        this.limits = limits;
        this.parsing = ParserOptions.newParserOptions()
                .maxTokens(limits.tokens())
                .maxRuleDepth(RULE_DEPTH_MAX)
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .build();
        this.complexity = QueryComplexityLimits.newLimits()
                .maxDepth(limits.depth())
                .maxFieldsCount(limits.fields())
                .build();
        this.kept = Caffeine.newBuilder()
                .maximumWeight(CHARACTERS_KEPT_MAX)
                .weigher((String text, PreparedDocument document) ->
                        text.length() + CHARACTERS_KEPT_MAX / limits.documentsKept())
                .build();
    }

    PreparedDocument prepared(String text) {
        return kept.get(text, this::prepare);
    }

    private PreparedDocument prepare(String text) {
        try {
            Document document = parse(text);
            DocumentShape.check(document, limits);
            List<ValidationError> errors =
                    ParseAndValidate.validate(schema, document, rule -> true, Locale.ENGLISH, complexity);
            return errors.isEmpty()
                    ? PreparedDocument.Runnable.of(document, plans(document))
                    : new PreparedDocument.Invalid(List.copyOf(errors));
        } catch (GoodFaithIntrospectionExceeded e) {
            return new PreparedDocument.Refused(Refusal.of(ErrorCode.QUERY_TOO_COMPLEX));
        } catch (Refusal refusal) {
            return new PreparedDocument.Refused(refusal);
        }
    }

    private Document parse(String text) {
        ExecutionInput input = ExecutionInput.newExecutionInput(text)
                .graphQLContext(context -> context.of(ParserOptions.class, parsing))
                .build();
        ParseAndValidateResult result = ParseAndValidate.parse(input);
        if (result.isFailure()) {
            throw refusal(result.getSyntaxException());
        }
        return result.getDocument();
    }

    private Refusal refusal(InvalidSyntaxException cause) {
        if (cause instanceof ParseCancelledTooDeepException) {
            return Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "depth", limits.depth());
        }
        if (cause instanceof ParseCancelledException) {
            return Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "tokens", limits.tokens());
        }
        SourceLocation at = cause.getLocation() == null ? new SourceLocation(1, 1) : cause.getLocation();
        return Refusal.badRequest("syntax", at.getLine(), at.getColumn());
    }

    private List<OperationPlan> plans(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> OperationPlanner.plan(schema, document, operation))
                .toList();
    }
}
