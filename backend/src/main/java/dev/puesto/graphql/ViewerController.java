package dev.puesto.graphql;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Who asks. */
@Controller
class ViewerController {

    @QueryMapping
    ViewerView viewer(Viewer viewer) {
        List<Scope> scopes = viewer.scopes().stream().sorted().toList();
        return switch (viewer) {
            case Viewer.ApiClient client -> new ApiClientViewer(client.name(), scopes);
            case Viewer.Person person -> new PersonViewer(person.name(), scopes, person.operator());
            case Viewer.System system -> throw new IllegalStateException("No request is the system's: " + system);
        };
    }

    sealed interface ViewerView {}

    record ApiClientViewer(String name, List<Scope> scopes) implements ViewerView {}

    record PersonViewer(String name, List<Scope> scopes, boolean operator) implements ViewerView {}
}
