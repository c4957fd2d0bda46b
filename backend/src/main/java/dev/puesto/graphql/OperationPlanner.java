package dev.puesto.graphql;

import dev.puesto.access.Scope;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the operations of a valid document once for what they need and cost. An object costs a point and a mutation
 * ten, unless the schema's {@code @cost} says otherwise; values cost nothing. A page multiplies what is below it by its
 * size, a list of ids by its length, any other list by {@value #USUAL_LIST}.
 */
final class OperationPlanner {
    private static final int USUAL_LIST = 5;
    private static final int MUTATION = 10;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Integer> defaults = new HashMap<>();
    private final Set<Scope> scopes = EnumSet.noneOf(Scope.class);

    private OperationPlanner(GraphQLSchema schema, Document document) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    static OperationPlan plan(GraphQLSchema schema, Document document, OperationDefinition operation) {
        return new OperationPlanner(schema, document).plan(operation);
    }

    private OperationPlan plan(OperationDefinition operation) {
        operation.getVariableDefinitions().forEach(variable -> {
            if (variable.getDefaultValue() instanceof IntValue number) {
                defaults.put(variable.getName(), number.getValue().intValue());
            }
        });
        GraphQLObjectType root = root(operation.getOperation());
        CostTerm cost = root == null ? CostTerm.NOTHING : below(operation.getSelectionSet(), root);
        return new OperationPlan(operation, Set.copyOf(scopes), cost);
    }

    private @Nullable GraphQLObjectType root(OperationDefinition.Operation kind) {
        return switch (kind) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private CostTerm below(@Nullable SelectionSet selections, GraphQLCompositeType parent) {
        CostTerm sum = CostTerm.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.plus(of(selection, parent));
            }
        }
        return sum;
    }

    private CostTerm of(Selection<?> selection, GraphQLCompositeType parent) {
        return switch (selection) {
            case Field field -> ofField(field, parent);
            case InlineFragment fragment ->
                below(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), parent));
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield below(fragment.getSelectionSet(), narrowed(fragment.getTypeCondition(), parent));
            }
            default -> throw new IllegalStateException("No selection of GraphQL: " + selection.getClass());
        };
    }

    private GraphQLCompositeType narrowed(@Nullable TypeName condition, GraphQLCompositeType parent) {
        return condition == null ? parent : (GraphQLCompositeType) schema.getType(condition.getName());
    }

    private CostTerm ofField(Field field, GraphQLCompositeType parent) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        Needs.of((GraphQLNamedOutputType) parent, definition).ifPresent(scopes::add);
        GraphQLNamedOutputType type = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(definition.getType());
        if (!(type instanceof GraphQLCompositeType composite)) {
            return CostTerm.NOTHING;
        }
        CostTerm each = CostTerm.of(own(definition, parent, type)).plus(below(field.getSelectionSet(), composite));
        return repeated(field, definition, parent, each);
    }

    private long own(GraphQLFieldDefinition definition, GraphQLCompositeType parent, GraphQLNamedOutputType type) {
        if (definition.hasAppliedDirective("cost")) {
            Integer weight =
                    definition.getAppliedDirective("cost").getArgument("weight").getValue();
            return weight;
        }
        if (parent == schema.getMutationType()) {
            return MUTATION;
        }
        return isPagePart(type) || type.getName().startsWith("__") ? 0 : 1;
    }

    private static boolean isPagePart(GraphQLNamedOutputType type) {
        String name = type.getName();
        return name.endsWith("Connection") || name.endsWith("Edge") || name.equals("PageInfo");
    }

    private CostTerm repeated(
            Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent, CostTerm each) {
        if (definition.getArgument("first") != null) {
            return timesSize(each, given(field, "first", "last"));
        }
        if (definition.getArgument("ids") != null) {
            return timesSize(each, given(field, "ids", "ids"));
        }
        boolean usualList = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))
                && !parent.getName().endsWith("Connection")
                && !parent.getName().startsWith("__");
        return usualList ? each.times(USUAL_LIST) : each;
    }

    private static @Nullable Value<?> given(Field field, String name, String otherName) {
        return field.getArguments().stream()
                .filter(argument ->
                        argument.getName().equals(name) || argument.getName().equals(otherName))
                .map(Argument::getValue)
                .filter(value -> !(value instanceof NullValue))
                .findFirst()
                .orElse(null);
    }

    private CostTerm timesSize(CostTerm each, @Nullable Value<?> size) {
        return switch (size) {
            case IntValue number -> each.times(Math.clamp(number.getValue().longValue(), 1, CostTerm.UNKNOWN_SIZE));
            case ArrayValue list -> each.times(Math.max(1, list.getValues().size()));
            case VariableReference variable -> each.timesVariable(variable.getName(), defaults.get(variable.getName()));
            case null, default -> each.times(CostTerm.UNKNOWN_SIZE);
        };
    }
}
