package dev.puesto.graphql;

import dev.puesto.api.Refusal;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as it is kept: parsed, validated and planned, or why it is refused. */
sealed interface PreparedDocument {

    /** Can be run. */
    record Runnable(PreparsedDocumentEntry entry, List<OperationPlan> operations) implements PreparedDocument {

        static Runnable of(Document document, List<OperationPlan> operations) {
            return new Runnable(new PreparsedDocumentEntry(document), operations);
        }

        /** The plan of the operation of that name; refuses a name that chooses none. */
        OperationPlan operation(@Nullable String name) {
            if (name == null || name.isEmpty()) {
                if (operations.size() > 1) {
                    throw Refusal.badRequest("operationMissing");
                }
                return operations.getFirst();
            }
            return operations.stream()
                    .filter(plan -> name.equals(plan.name()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.badRequest("operationUnknown"));
        }
    }

    /** Does not fit the schema. */
    record Invalid(List<GraphQLError> errors) implements PreparedDocument {}

    /** Cannot be read, or exceeds a limit. */
    record Refused(Refusal refusal) implements PreparedDocument {}
}
