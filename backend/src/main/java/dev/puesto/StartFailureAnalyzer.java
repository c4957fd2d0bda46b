package dev.puesto;

import dev.puesto.db.PostgresUnavailable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells why a start failed in one sentence and what to do in another, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureAnalyzer implements FailureAnalyzer {

    /** Null where the failure is none of those known here, so that the next analyzer looks at it. */
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return new FailureAnalysis(refused.getMessage(), refused.remedy(), failure);
            }
            if (cause instanceof PostgresUnavailable unavailable) {
                return new FailureAnalysis(unavailable.getMessage(), unavailable.remedy(), failure);
            }
            if (cause instanceof PortInUseException taken) {
                return new FailureAnalysis(
                        "Port " + taken.getPort() + " is taken by another program.",
                        "Stop that program, or choose other ports by the environment: SERVER_PORT (default 8080) for the"
                                + " application, MANAGEMENT_SERVER_PORT (default 8081) for its health.",
                        failure);
            }
        }
        return null;
    }
}
