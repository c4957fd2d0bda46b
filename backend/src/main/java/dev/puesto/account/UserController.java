package dev.puesto.account;

import dev.puesto.access.Viewer;
import dev.puesto.account.UserOutcome.Refused;
import dev.puesto.account.UserOutcome.Saved;
import dev.puesto.api.Refusal;
import dev.puesto.api.UserError;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Mutations of users. */
@Controller
class UserController {
    private final UserEdits edits;

    UserController(UserEdits edits) {
        this.edits = edits;
    }

    @MutationMapping
    UserPayload inviteUser(@Argument InviteUserInput input, Viewer viewer) {
        return UserPayload.of(edits.invite(viewer, input.accountId().asAccount(), input.details()));
    }

    @MutationMapping
    UserPayload updateUser(@Argument UpdateUserInput input, Viewer viewer, DataFetchingEnvironment environment) {
        UserId user = input.userId().as(User.TYPE, UserId::new).orElseThrow(() -> Refusal.notFound("input", "userId"));
        Map<String, Object> given = Objects.requireNonNull(environment.getArgument("input"));
        boolean setsExternalId = given.containsKey("externalId");
        AccountId account = input.userId().account();
        return UserPayload.of(edits.update(
                viewer, account, user, input.expectedVersion(), before -> input.details(before, setsExternalId)));
    }

    record InviteUserInput(
            GlobalId accountId,
            String name,
            String email,
            @Nullable String externalId) {
        UserDetails details() {
            return new UserDetails(name, email, externalId);
        }
    }

    record UpdateUserInput(
            GlobalId userId,
            long expectedVersion,
            @Nullable String name,
            @Nullable String email,
            @Nullable String externalId) {
        UserDetails details(User before, boolean setsExternalId) {
            return new UserDetails(
                    name == null ? before.name() : name,
                    email == null ? before.email() : email,
                    setsExternalId ? externalId : before.externalId());
        }
    }

    record UserPayload(@Nullable User user, List<UserError> userErrors) {
        static UserPayload of(UserOutcome outcome) {
            return switch (outcome) {
                case Saved saved -> new UserPayload(saved.user(), List.of());
                case Refused refused -> new UserPayload(null, List.of(refused.error()));
            };
        }
    }
}
