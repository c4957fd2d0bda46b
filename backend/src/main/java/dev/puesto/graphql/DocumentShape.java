package dev.puesto.graphql;

import dev.puesto.api.ErrorCode;
import dev.puesto.api.Refusal;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import java.util.HashMap;
import java.util.Map;

/** Counts what makes a document hostile though each part of it is valid: aliases, directives, repeated fields. */
final class DocumentShape {
    private final GraphQlSettings limits;
    private int aliases;
    private int directives;

    private DocumentShape(GraphQlSettings limits) {
        this.limits = limits;
    }

    /** Refuses a document that is beyond the limits, or has a NUL character in a text. */
    static void check(Document document, GraphQlSettings limits) {
        new DocumentShape(limits).visit(document);
    }

    private void visit(Node<?> node) {
        switch (node) {
            case Field field when field.getAlias() != null -> countAlias();
            case Directive directive -> countDirective();
            case SelectionSet selections -> countRepeats(selections);
            case StringValue text -> GraphQlBody.refuseNul(text.getValue());
            default -> {}
        }
        node.getChildren().forEach(this::visit);
    }

    private void countAlias() {
        aliases++;
        if (aliases > limits.aliases()) {
            throw Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "aliases", limits.aliases());
        }
    }

    private void countDirective() {
        directives++;
        if (directives > limits.directives()) {
            throw Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "directives", limits.directives());
        }
    }

    private void countRepeats(SelectionSet selections) {
        Map<String, Integer> counts = new HashMap<>();
        for (Field field : selections.getSelectionsOfType(Field.class)) {
            if (counts.merge(field.getName(), 1, Integer::sum) > limits.repeats()) {
                throw Refusal.ofKind(ErrorCode.QUERY_TOO_COMPLEX, "repeats", field.getName(), limits.repeats());
            }
        }
    }
}
