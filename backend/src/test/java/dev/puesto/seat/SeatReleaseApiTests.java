package dev.puesto.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi.Answer;
import dev.puesto.id.GlobalId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Seats that are released, handed on or freed through HTTP. */
@PuestoTest
class SeatReleaseApiTests extends SeatApi {
    private static final String UPDATE =
            "mutation($input: UpdateUserInput!) { updateUser(input: $input) { user { email } } }";
    private static final String INVITE = "mutation($input: InviteUserInput!) { inviteUser(input: $input) {"
            + " user { id externalId } userErrors { code } } }";

    @Test
    void releasesSeatsAndTheSignInCheckSeesItAtOnce() {
        assign(input(List.of(0, 1)));
        assertThat(check(Map.of("id", user(0)))).isEqualTo("seated");
        Answer answer = client.ask(RELEASE, Map.of("input", input(List.of(0, 5))));
        assertThat(outcomes(answer, "releaseSeats")).containsExactly("RELEASED", "NOT_SEATED");
        assertThat(answer.number("data.releaseSeats.subscription.seatsAssigned"))
                .isOne();
        assertThat(check(Map.of("id", user(0)))).isEqualTo("NO_SEAT");
        assertThat(check(Map.of("id", user(1)))).isEqualTo("seated");
    }

    @Test
    void transfersASeat() {
        assign(input(List.of(0)));
        Map<String, Object> input = transfer(0, 1);
        Answer answer = client.ask(TRANSFER, Map.of("input", input));
        assertThat(answer.text("data.transferSeat.assignment.user.id")).isEqualTo(user(1));
        assertThat(answer.number("data.transferSeat.subscription.seatsAssigned"))
                .isOne();
        assertThat(seated()).containsExactly("User 0001");
        Answer replay = client.ask(TRANSFER, Map.of("input", input));
        assertThat(replay.body()).isEqualTo(answer.body());
    }

    @Test
    void writesDownWhoHadATransferredSeatAndWhoHasIt() {
        assign(input(List.of(0)));
        client.ask(TRANSFER, Map.of("input", transfer(0, 1)));
        Answer answer = client.ask(
                "query($id: ID!) { account(id: $id) { auditEntries(first: 1) { nodes { action before after } } } }",
                Map.of("id", GlobalId.of(account).toString()));
        String entry = "data.account.auditEntries.nodes.0.";
        assertThat(answer.text(entry + "action")).isEqualTo("SEAT_TRANSFERRED");
        assertThat(answer.text(entry + "before"))
                .contains(users.get(0).value().toString())
                .doesNotContain(users.get(1).value().toString());
        assertThat(answer.text(entry + "after"))
                .contains(users.get(1).value().toString())
                .doesNotContain(users.get(0).value().toString());
    }

    @Test
    void refusesTransfersThatCannotBe() {
        assign(input(List.of(0, 1)));
        assertThat(client.ask(TRANSFER, Map.of("input", transfer(5, 6))).userErrorCodes("transferSeat"))
                .containsExactly("USER_NOT_SEATED");
        assertThat(client.ask(TRANSFER, Map.of("input", transfer(0, 1))).userErrorCodes("transferSeat"))
                .containsExactly("USER_ALREADY_SEATED");
    }

    @Test
    void deactivatingAUserFreesTheSeats() {
        assign(input(List.of(0, 1)));
        Map<String, Object> input =
                Map.of("userId", user(0), "idempotencyKey", UUID.randomUUID().toString());
        Answer answer = client.ask(DEACTIVATE, Map.of("input", input));
        assertThat(answer.text("data.deactivateUser.user.status")).isEqualTo("DEACTIVATED");
        assertThat(answer.at("data.deactivateUser.user.assignments").isEmpty()).isTrue();
        assertThat(answer.text("data.deactivateUser.released.0.user.id")).isEqualTo(user(0));
        assertThat(seated()).containsExactly("User 0001");
        assertThat(check(Map.of("id", user(0)))).isEqualTo("USER_DEACTIVATED");
        assertThat(assign(input(List.of(0))).userErrorCodes("assignSeats")).containsExactly("USER_DEACTIVATED");
    }

    @Test
    void whoIsInvitedAgainWithoutAnExternalIdKeepsTheOldOne() {
        String kept = "hr-7";
        Answer named = client.ask(
                UPDATE, Map.of("input", Map.of("userId", user(0), "expectedVersion", 1, "externalId", kept)));
        String email = named.text("data.updateUser.user.email");
        Map<String, Object> deactivation =
                Map.of("userId", user(0), "idempotencyKey", UUID.randomUUID().toString());
        client.ask(DEACTIVATE, Map.of("input", deactivation));
        Map<String, Object> invitation =
                Map.of("accountId", GlobalId.of(account).toString(), "name", "Ana", "email", email);
        Answer again = client.ask(INVITE, Map.of("input", invitation));
        assertThat(again.userErrorCodes("inviteUser")).isEmpty();
        assertThat(again.text("data.inviteUser.user.id")).isEqualTo(user(0));
        assertThat(again.text("data.inviteUser.user.externalId")).isEqualTo(kept);
    }

    private Map<String, Object> transfer(int from, int to) {
        return Map.of(
                "subscriptionId",
                id(subscription),
                "from",
                Map.of("id", user(from)),
                "to",
                Map.of("id", user(to)),
                "idempotencyKey",
                UUID.randomUUID().toString());
    }
}
