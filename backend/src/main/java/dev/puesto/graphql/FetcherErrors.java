package dev.puesto.graphql;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.Messages;
import dev.puesto.api.Refusal;
import dev.puesto.audit.Audit;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import reactor.core.publisher.Mono;

/** What a field's caller is told when its fetcher throws: a code and our words; for a fault of ours an id, no cause. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FetcherErrors implements DataFetcherExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(FetcherErrors.class);

    /** Of PostgreSQL: connection lost or refused, resources, shutting down, canceled, lock not had, deadlock. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "40");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Messages messages;

    FetcherErrors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
        return Mono.just(List.of(error(refusal(exception), environment)));
    }

    private static Refusal refusal(Throwable exception) {
        return switch (exception) {
            case Refusal refusal -> refusal;
            case BindException e -> Refusal.badRequest("argument", "");
            case DataAccessException e
            when isPassing(e) -> {
                LOG.warn("The database did not answer: {}", e.getMessage());
                yield Refusal.of(ErrorCode.UNAVAILABLE);
            }
            default -> internal(exception);
        };
    }

    /** Logs a fault under the request's id, which is all that the caller is told. */
    static Refusal internal(Throwable exception) {
        LOG.error("A request failed", exception);
        return Refusal.of(ErrorCode.INTERNAL, String.valueOf(MDC.get(Audit.REQUEST_ID)));
    }

    static boolean isPassing(DataAccessException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException sql && isPassing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state != null
                && (state.equals(LOCK_NOT_AVAILABLE)
                        || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2))));
    }

    private GraphQLError error(Refusal refusal, DataFetchingEnvironment environment) {
        return GraphqlErrorBuilder.newError(environment)
                .message(messages.text(environment.getLocale(), refusal).replace("%", "%%"))
                .errorType(new Code(refusal.code()))
                .extensions(extensions(refusal))
                .build();
    }

    static Map<String, Object> extensions(Refusal refusal) {
        Map<String, Object> extensions = new HashMap<>();
        extensions.put("code", refusal.code().name());
        if (!refusal.argumentPath().isEmpty()) {
            extensions.put("argument", refusal.argumentPath());
        }
        return extensions;
    }

    /** Marks an error as ours: its message and extensions are ready to be shown. */
    record Code(ErrorCode code) implements ErrorClassification {
        @Override
        public Object toSpecification(GraphQLError error) {
            return code.name();
        }
    }
}
