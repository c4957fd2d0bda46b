package dev.puesto.signin;

import dev.puesto.access.Scope;
import dev.puesto.access.Viewer;
import dev.puesto.account.AccountLists;
import dev.puesto.account.AccountPeople;
import dev.puesto.account.ContactAccount;
import dev.puesto.account.Representative;
import dev.puesto.api.ErrorCode;
import dev.puesto.api.InvalidInput;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.GlobalId;
import dev.puesto.id.PersonId;
import dev.puesto.id.RepresentativeId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who asks. */
@Controller
class ViewerController {
    private static final Set<String> LOCALES = Set.of("es", "en");

    private final People people;
    private final AccountPeople representatives;
    private final AccountLists accounts;

    ViewerController(People people, AccountPeople representatives, AccountLists accounts) {
        this.people = people;
        this.representatives = representatives;
        this.accounts = accounts;
    }

    sealed interface ViewerView {}

    record ApiClientViewer(String name, List<Scope> scopes) implements ViewerView {}

    record PersonViewer(
            PersonId personId,
            String name,
            String email,
            String locale,
            List<Scope> scopes,
            boolean operator,
            @Nullable RepresentativeId representativeId)
            implements ViewerView {

        public GlobalId id() {
            return GlobalId.of("PersonViewer", personId);
        }
    }

    record SetViewerLocaleInput(String locale) {}

    record SetViewerLocalePayload(@Nullable PersonViewer viewer, List<UserError> userErrors) {}

    @QueryMapping
    ViewerView viewer(Viewer viewer) {
        return switch (viewer) {
            case Viewer.ApiClient client -> new ApiClientViewer(client.name(), scopes(client));
            case Viewer.Person person -> person(person);
            case Viewer.System system -> throw new IllegalStateException("No request is the system's: " + system);
        };
    }

    @SchemaMapping(typeName = "PersonViewer")
    @Nullable
    Representative representative(PersonViewer person) {
        return person.representativeId == null
                ? null
                : representatives.representative(person.representativeId).orElse(null);
    }

    @SchemaMapping(typeName = "PersonViewer")
    List<ContactAccount> accounts(PersonViewer person) {
        return accounts.contactOf(person.personId);
    }

    @MutationMapping
    SetViewerLocalePayload setViewerLocale(@Argument SetViewerLocaleInput input, Viewer viewer) {
        if (!(viewer instanceof Viewer.Person person)) {
            throw Refusal.ofKind(ErrorCode.FORBIDDEN, "noPerson");
        }
        if (!LOCALES.contains(input.locale())) {
            return new SetViewerLocalePayload(null, List.of(InvalidInput.of("format", List.of("input", "locale"))));
        }
        people.setLocale(person.id(), input.locale());
        return new SetViewerLocalePayload(person(person), List.of());
    }

    private PersonViewer person(Viewer.Person viewer) {
        Person person = people.find(viewer.id()).orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED));
        return new PersonViewer(
                person.id(),
                person.name(),
                person.email(),
                person.locale(),
                scopes(viewer),
                person.operator(),
                person.representative());
    }

    private static List<Scope> scopes(Viewer viewer) {
        return viewer.scopes().stream().sorted().toList();
    }
}
