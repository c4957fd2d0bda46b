package dev.puesto.graphql;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.api.NodeLoader;
import dev.puesto.api.Refusal;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Any object by its id: one call of a loader per account and type, whatever the number of ids. */
@Controller
class NodeController {
    private static final int IDS_MAX = 100;

    private final Map<String, NodeLoader> loaders;

    NodeController(List<NodeLoader> loaders) {
        this.loaders = loaders.stream().collect(Collectors.toMap(NodeLoader::type, Function.identity()));
    }

    @QueryMapping
    @Nullable
    Object node(@Argument GlobalId id, Viewer viewer, DataFetchingEnvironment environment) {
        return nodes(List.of(id), viewer, environment).getFirst();
    }

    @QueryMapping
    List<@Nullable Object> nodes(@Argument List<GlobalId> ids, Viewer viewer, DataFetchingEnvironment environment) {
        if (ids.size() > IDS_MAX) {
            throw Refusal.badRequest("tooMany", IDS_MAX);
        }
        Map<GlobalId, Object> found = new HashMap<>();
        ids.stream()
                .distinct()
                .collect(Collectors.groupingBy(id -> new Group(id.type(), id.account())))
                .forEach(
                        (group, members) -> found.putAll(load(group, members, viewer, environment.getGraphQLSchema())));
        List<@Nullable Object> nodes = new ArrayList<>();
        ids.forEach(id -> nodes.add(found.get(id)));
        return nodes;
    }

    private Map<GlobalId, Object> load(Group group, List<GlobalId> members, Viewer viewer, GraphQLSchema schema) {
        NodeLoader loader = loaders.get(group.type);
        if (loader == null) {
            return Map.of();
        }
        Set<Scope> uses = EnumSet.noneOf(Scope.class);
        uses.addAll(viewer.uses());
        Needs.ofType(schema.getObjectType(group.type)).ifPresent(uses::add);
        if (!viewer.scopes().containsAll(uses)) {
            return Map.of();
        }
        List<UUID> objects = members.stream().map(GlobalId::object).toList();
        Map<GlobalId, Object> found = new HashMap<>();
        loader.load(viewer.using(uses), group.account, objects)
                .forEach((object, node) -> found.put(new GlobalId(group.type, group.account, object), node));
        return found;
    }

    private record Group(String type, AccountId account) {}
}
