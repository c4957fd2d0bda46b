package dev.puesto.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPlanStrategyTests {
    private static final String SCHEMA = """
            type Query { rooms: [Room!]! mixed: [Room] things: [Thing!]! computed: [Computed!]! }
            interface Thing { name: String! }
            enum Size { SMALL LARGE }
            type Room implements Thing {
              name: String!  size: Size!  area: Int  door: Door  windows: [Window!]!  tags: [String]
              broken: String  missing: String!  perhaps: String
            }
            type Door { colour: String  lock: Window }
            type Window { panes: Int! }
            type Computed { name: String! }
            """;

    private static final AtomicInteger PLANNED = new AtomicInteger();

    enum Size {
        SMALL,
        LARGE
    }

    record Window(int panes) {}

    record Door(@Nullable String colour, @Nullable Window lock) {}

    record Computed(String name) {}

    record Room(
            String name,
            Size size,
            @Nullable Object area,
            @Nullable Door door,
            List<Window> windows,
            List<@Nullable String> tags,
            Optional<String> perhaps,
            @Nullable String missing) {

        @Override
        public String name() {
            boolean planned = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().startsWith(RowPlan.class.getName())));
            PLANNED.addAndGet(planned ? 1 : 0);
            return name;
        }

        String broken() {
            throw new IllegalStateException("broken " + name);
        }
    }

    private static final List<Room> ROOMS = List.of(
            room("kitchen", 12, new Door("red", new Window(1)), "there"), room("hall", null, null, "there too"));
    private static final List<Room> ODD_ROOMS =
            Arrays.asList(room("attic", "no number", new Door(null, null), null), null, ROOMS.getFirst());

    private static Room room(String name, @Nullable Object area, @Nullable Door door, @Nullable String missing) {
        return new Room(
                name,
                Size.LARGE,
                area,
                door,
                List.of(new Window(2), new Window(4)),
                Arrays.asList("one", null),
                Optional.of("perhaps"),
                missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ rooms { name size area } }",
                "{ rooms { title: name __typename door { colour lock { panes } } windows { panes } tags } }",
                "query($wide: Boolean = false) { rooms { name area @include(if: $wide) size @skip(if: $wide) } }",
                "{ rooms { ...all ... on Thing { name } door { ...way } } } "
                        + "fragment all on Room { area windows { panes __typename } } fragment way on Door { colour }",
                "{ rooms { name missing } }",
                "{ rooms { perhaps } }",
                "{ rooms { name broken } }",
                "{ mixed { name area } }",
                "{ mixed { name missing } }",
                "{ mixed { name door { colour } } }",
                "{ things { name __typename } }",
                "{ computed { name } }"
            })
    void answersAsTheEngineDoes(String document) {
        ExecutionStrategy engine = new AsyncExecutionStrategy();
        ExecutionStrategy plans = new ListPlanStrategy(new SimpleDataFetcherExceptionHandler());
        assertThat(answer(plans, document)).isEqualTo(answer(engine, document));
    }

    @Test
    void plansListsOfPropertiesOnly() {
        ExecutionStrategy plans = new ListPlanStrategy(new SimpleDataFetcherExceptionHandler());
        PLANNED.set(0);
        answer(plans, "{ rooms { name door { colour } } }");
        assertThat(PLANNED).hasValue(ROOMS.size());
        PLANNED.set(0);
        answer(plans, "{ things { name } }");
        assertThat(PLANNED).hasValue(0);
    }

    private static Map<String, Object> answer(ExecutionStrategy strategy, String document) {
        return GraphQL.newGraphQL(schema())
                .queryExecutionStrategy(strategy)
                .build()
                .execute(ExecutionInput.newExecutionInput(document))
                .toSpecification();
    }

    private static GraphQLSchema schema() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher("rooms", environment -> ROOMS)
                                .dataFetcher("mixed", environment -> ODD_ROOMS)
                                .dataFetcher("things", environment -> ROOMS)
                                .dataFetcher(
                                        "computed", environment -> List.of(new Computed("one"), new Computed("two"))))
                .type(
                        "Thing",
                        type -> type.typeResolver(
                                environment -> environment.getSchema().getObjectType("Room")))
                .type("Computed", type -> type.dataFetcher("name", ListPlanStrategyTests::shout))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
    }

    private static String shout(DataFetchingEnvironment environment) {
        return environment.<Computed>getSource().name().toUpperCase(java.util.Locale.ROOT);
    }
}
