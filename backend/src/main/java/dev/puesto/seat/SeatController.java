package dev.puesto.seat;

import dev.puesto.access.Viewer;
import dev.puesto.account.Account;
import dev.puesto.account.User;
import dev.puesto.account.UserKey;
import dev.puesto.api.Connection;
import dev.puesto.api.PageRequest;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.id.UserId;
import dev.puesto.subscription.Subscription;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Who sits where, and the mutations that change it. */
@Controller
class SeatController {
    private static final String PAGES = "assignmentPages";

    private final SeatAssigner assigner;
    private final SeatTransfer transfer;
    private final UserDeactivation deactivation;
    private final SignIns signIns;
    private final SeatReads reads;
    private final Actors actors;
    private final Assigners assigners;
    private final SeatHistory history;

    SeatController(
            SeatAssigner assigner,
            SeatTransfer transfer,
            UserDeactivation deactivation,
            SignIns signIns,
            SeatReads reads,
            Actors actors,
            Assigners assigners,
            SeatHistory history,
            AssignmentPages pages,
            BatchLoaderRegistry loaders) {
        this.assigner = assigner;
        this.transfer = transfer;
        this.deactivation = deactivation;
        this.signIns = signIns;
        this.reads = reads;
        this.actors = actors;
        this.assigners = assigners;
        this.history = history;
        loaders.<AssignmentPages.Key, Connection<Assignment>>forName(PAGES)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(pages.load(keys)));
    }

    @SchemaMapping
    CompletableFuture<Connection<Assignment>> assignments(
            Subscription subscription,
            PageRequest page,
            @Argument @Nullable AssignmentFilter filter,
            @Argument @Nullable AssignmentOrder orderBy,
            DataLoader<AssignmentPages.Key, Connection<Assignment>> assignmentPages) {
        return assignmentPages.load(new AssignmentPages.Key(
                subscription,
                page,
                filter == null ? AssignmentFilter.ALL : filter,
                orderBy == null ? AssignmentOrder.OLDEST_FIRST : orderBy));
    }

    @BatchMapping
    Map<Subscription, List<Assigners.Assigner>> assigners(List<Subscription> subscriptions) {
        return assigners.of(subscriptions);
    }

    @BatchMapping(typeName = "User", field = "assignments")
    Map<User, List<Assignment>> seats(List<User> users) {
        return reads.seats(users);
    }

    @BatchMapping
    Map<Assignment, Subscription> subscription(List<Assignment> assignments) {
        return reads.subscriptions(assignments);
    }

    @BatchMapping
    Map<Assignment, Instant> lastSignInAt(List<Assignment> assignments) {
        return reads.lastSignIns(assignments);
    }

    @SchemaMapping
    List<SeatHistory.Day> seatsByDay(
            Account account,
            @Argument @Nullable GlobalId subscriptionId,
            @Argument @Nullable String productCode,
            @Argument int days) {
        return history.byDay(account, new SeatHistory.Asked(subscriptionId, productCode, days));
    }

    @BatchMapping
    Map<Assignment, String> assignedByName(List<Assignment> assignments) {
        return actors.names(assignments);
    }

    @MutationMapping
    SeatAnswer assignSeats(DataFetchingEnvironment environment, Viewer viewer) {
        return assigner.assign(viewer, request(environment, SeatInput.Kind.ASSIGN));
    }

    @MutationMapping
    SeatAnswer releaseSeats(DataFetchingEnvironment environment, Viewer viewer) {
        return assigner.release(viewer, request(environment, SeatInput.Kind.RELEASE));
    }

    private static SeatRequest request(DataFetchingEnvironment environment, SeatInput.Kind kind) {
        return SeatInput.read(Objects.requireNonNull(environment.getArgument("input")), kind);
    }

    @MutationMapping
    SeatTransfer.Answer transferSeat(@Argument SeatTransfer.Request input, Viewer viewer) {
        return transfer.transfer(viewer, input);
    }

    @MutationMapping
    UserDeactivation.Answer deactivateUser(@Argument UserDeactivation.Request input, Viewer viewer) {
        return deactivation.deactivate(viewer, input);
    }

    @QueryMapping
    SignInAnswer signInCheck(@Argument String productCode, @Argument SignInUser user, Viewer viewer) {
        return signIns.check(viewer, user.account(), user.key(), productCode);
    }

    /** A user of any account, as the schema's input names one: exactly one of the three is given. */
    record SignInUser(
            @Nullable GlobalId id,
            @Nullable ExternalIdOf externalId,
            @Nullable EmailOf email) {
        AccountId account() {
            if (id != null) {
                return id.account();
            }
            return (email == null ? externalId.accountId() : email.accountId()).asAccount();
        }

        UserKey key() {
            if (id != null) {
                return new UserKey.ById(id.as(User.TYPE, UserId::new).orElse(UserSelection.NOBODY));
            }
            return email == null
                    ? new UserKey.ByExternalId(externalId.externalId())
                    : new UserKey.ByEmail(email.email());
        }
    }

    record ExternalIdOf(GlobalId accountId, String externalId) {}

    record EmailOf(GlobalId accountId, String email) {}
}
