package dev.puesto.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalIdTests {
    private final AccountId account = new AccountId(UUID.randomUUID());
    private final SubscriptionId subscription = new SubscriptionId(UUID.randomUUID());

    @Test
    void textReadsBackToTheSameId() {
        GlobalId id = GlobalId.of("Subscription", account, subscription);
        assertThat(GlobalId.valueOf(id.toString())).isEqualTo(id);
        assertThat(id.in(account, "Subscription", SubscriptionId::new)).contains(subscription);
    }

    @Test
    void accountIsItsOwnAccount() {
        assertThat(GlobalId.valueOf(GlobalId.of(account).toString()).asAccount())
                .isEqualTo(account);
    }

    @Test
    void idOfAnotherTypeOrAccountIsNotTaken() {
        GlobalId id = GlobalId.of("Subscription", account, subscription);
        assertThat(id.as("User", UserId::new)).isEmpty();
        assertThat(id.in(new AccountId(UUID.randomUUID()), "Subscription", SubscriptionId::new))
                .isEmpty();
        assertThat(id.asAccount()).isNotEqualTo(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AAAA", "not base64!", "AQdBY2NvdW50", "AQ"})
    void textThatIsNoIdNamesNothing(String text) {
        assertThat(GlobalId.valueOf(text)).isEqualTo(GlobalId.NOTHING);
    }

    @Test
    void anotherSpellingOfAnIdNamesNothing() {
        String text = GlobalId.of(account).toString();
        assertThat(GlobalId.valueOf(text + "=")).isEqualTo(GlobalId.NOTHING);
        assertThat(GlobalId.valueOf(text + "A")).isEqualTo(GlobalId.NOTHING);
    }
}
