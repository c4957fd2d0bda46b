package dev.puesto.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How objects of one type become the maps of an answer, worked out once for all objects of a list: which keys, from which
 * properties, in which form. Only for selections of which every field is a property, all the way down.
 */
final class RowPlan {

    /** Thrown where a value is not what the plan can write: the engine then takes the list, and tells what is wrong. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misfit() {
            super(null, null, false, false);
        }
    }

    private static final FieldCollector FIELDS = new FieldCollector();

    private final List<Cell> cells;

    private RowPlan(List<Cell> cells) {
        this.cells = cells;
    }

    /** What is written of a value that is not null. */
    private interface Form {
        Object write(Object value);
    }

    /** One key of the map; a fetcher of null writes the type's name. */
    private record Cell(
            String key,
            GraphQLFieldDefinition field,
            @Nullable LightDataFetcher<?> fetcher,
            boolean required,
            Form form) {

        @Nullable
        Object of(Object source) {
            Object value = fetcher == null ? source : fetched(fetcher, source);
            if (value != null) {
                return form.write(value);
            }
            if (required) {
                throw new Misfit();
            }
            return null;
        }

        private @Nullable Object fetched(LightDataFetcher<?> fetcher, Object source) {
            try {
                return fetcher.get(field, source, () -> {
                    throw new Misfit();
                });
            } catch (Exception e) {
                throw new Misfit();
            }
        }
    }

    /** The plan for what the document selects of those objects; null if there is none. */
    static @Nullable RowPlan of(ExecutionContext execution, GraphQLObjectType type, MergedField selection) {
        var collecting = FieldCollectorParameters.newParameters()
                .schema(execution.getGraphQLSchema())
                .objectType(type)
                .fragments(execution.getFragmentsByName())
                .variables(execution.getCoercedVariables().toMap())
                .graphQLContext(execution.getGraphQLContext())
                .build();
        List<Cell> cells = new ArrayList<>();
        for (var entry :
                FIELDS.collectFields(collecting, selection).getSubFields().entrySet()) {
            Cell cell = cell(execution, type, entry.getKey(), entry.getValue());
            if (cell == null) {
                return null;
            }
            cells.add(cell);
        }
        return new RowPlan(cells);
    }

    private static @Nullable Cell cell(
            ExecutionContext execution, GraphQLObjectType type, String key, MergedField selection) {
        var schema = execution.getGraphQLSchema();
        GraphQLFieldDefinition field = Introspection.getFieldDefinition(schema, type, selection.getName());
        if (field == Introspection.TypeNameMetaFieldDef) {
            return new Cell(key, field, null, true, source -> type.getName());
        }
        DataFetcher<?> fetcher = schema.getCodeRegistry().getDataFetcher(type.getName(), field.getName(), field);
        Form form = fetcher instanceof LightDataFetcher ? form(execution, field.getType(), selection) : null;
        return form == null
                ? null
                : new Cell(key, field, (LightDataFetcher<?>) fetcher, GraphQLTypeUtil.isNonNull(field.getType()), form);
    }

    private static @Nullable Form form(ExecutionContext execution, GraphQLType declared, MergedField selection) {
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(declared);
        return switch (type) {
            case GraphQLScalarType scalar ->
                value -> scalar.getCoercing()
                        .serialize(plain(value), execution.getGraphQLContext(), execution.getLocale());
            case GraphQLEnumType constants ->
                value -> constants.serialize(plain(value), execution.getGraphQLContext(), execution.getLocale());
            case GraphQLObjectType object -> {
                RowPlan plan = of(execution, object, selection);
                yield plan == null ? null : value -> plan.row(plain(value));
            }
            case GraphQLList list -> {
                Form each = form(execution, list.getWrappedType(), selection);
                boolean required = GraphQLTypeUtil.isNonNull(list.getWrappedType());
                yield each == null ? null : value -> list(value, each, required);
            }
            default -> null;
        };
    }

    /** The value, unless the engine has something to unwrap or to wait for. */
    private static Object plain(Object value) {
        if (value instanceof CompletionStage || value.getClass().getName().startsWith("java.util.Optional")) {
            throw new Misfit();
        }
        return value;
    }

    private static List<Object> list(Object value, Form form, boolean required) {
        if (!(value instanceof Collection<?> elements)) {
            throw new Misfit();
        }
        List<Object> written = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element == null && required) {
                throw new Misfit();
            }
            written.add(element == null ? null : form.write(element));
        }
        return written;
    }

    /** The maps of those objects, in order. */
    List<Object> rows(Collection<?> objects) {
        return list(objects, object -> row(plain(object)), true);
    }

    private Map<String, Object> row(Object source) {
        Map<String, Object> row = LinkedHashMap.newLinkedHashMap(cells.size());
        for (Cell cell : cells) {
            row.put(cell.key(), cell.of(source));
        }
        return row;
    }
}
