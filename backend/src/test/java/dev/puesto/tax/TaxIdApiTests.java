package dev.puesto.tax;

import static dev.puesto.jooq.Tables.TAX_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Scope;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.JobDb;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PuestoTest
class TaxIdApiTests {

    private static final String SET = "mutation($input: SetTaxIdInput!) { setTaxId(input: $input) {"
            + " taxId { id country number state checkedAt } userErrors { code message field } } }";
    private static final String CHECK = "mutation($input: CheckTaxIdInput!) { checkTaxId(input: $input) {"
            + " taxId { id state checkedAt } userErrors { code } } }";
    private static final String LIST = "query($id: ID!) { account(id: $id) { taxIds { id number state }"
            + " auditEntries(first: 10) { nodes { action } } } }";

    @Autowired
    TestApi api;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JobDb jobs;

    AccountId account;
    TestApi.Client client;

    @BeforeEach
    void aGermanAccount() {
        account = accounts.open("EUR", "DE");
        client = api.client().on(account);
    }

    @ParameterizedTest
    @CsvSource({"500 000 007, VALID", "DE500000015, INVALID", "DE500000023, UNVERIFIED", "DE500000031, UNVERIFIED"})
    void keepsANumberWithWhatTheCheckerSaid(String typed, String state) {
        Answer answer = set(typed);
        assertThat(answer.text("data.setTaxId.taxId.state")).isEqualTo(state);
        assertThat(answer.at("data.setTaxId.taxId.checkedAt").isNull()).isEqualTo(state.equals("UNVERIFIED"));
        assertThat(answer.text("data.setTaxId.taxId.country")).isEqualTo("DE");
    }

    @Test
    void putsANumberInThePlaceOfTheOneBefore() {
        set("DE500000007");
        set("DE500000015");
        Answer answer = client.ask(LIST, Map.of("id", id()));
        assertThat(answer.at("data.account.taxIds").size()).isOne();
        assertThat(answer.text("data.account.taxIds.0.number")).isEqualTo("DE500000015");
        assertThat(answer.at("data.account.auditEntries.nodes").toString()).contains("TAX_ID_SET");
    }

    @Test
    void asksAgainAboutANumberThatNobodyConfirmed() {
        String id = set("DE500000007").text("data.setTaxId.taxId.id");
        jobs.sql()
                .update(TAX_ID)
                .set(TAX_ID.STATE, "UNVERIFIED")
                .set(TAX_ID.CHECKED_AT, (Instant) null)
                .where(TAX_ID.ACCOUNT_ID.eq(account))
                .execute();
        Answer answer = client.ask(CHECK, Map.of("input", Map.of("taxIdId", id)));
        assertThat(answer.text("data.checkTaxId.taxId.state")).isEqualTo("VALID");
        assertThat(answer.text("data.checkTaxId.taxId.id")).isEqualTo(id);
        Answer list = client.ask(LIST, Map.of("id", id()));
        assertThat(list.text("data.account.taxIds.0.state")).isEqualTo("VALID");
        assertThat(list.text("data.account.auditEntries.nodes.0.action")).isEqualTo("TAX_ID_CHECKED");
    }

    @Test
    void keepsANumberAsItWasWhereNobodyAnswers() {
        String id = set("DE500000023").text("data.setTaxId.taxId.id");
        Answer answer = client.ask(CHECK, Map.of("input", Map.of("taxIdId", id)));
        assertThat(answer.text("data.checkTaxId.taxId.state")).isEqualTo("UNVERIFIED");
        set(null);
        assertThat(client.post(CHECK, Map.of("input", Map.of("taxIdId", id))).errorCodes())
                .containsExactly("NOT_FOUND");
    }

    @Test
    void removesANumberByNull() {
        set("DE500000007");
        assertThat(set(null).at("data.setTaxId.taxId").isNull()).isTrue();
        assertThat(client.ask(LIST, Map.of("id", id()))
                        .at("data.account.taxIds")
                        .size())
                .isZero();
    }

    @Test
    void refusesAWrongChecksumInTheCallersLanguage() {
        client = client.inSpanish();
        Answer answer = set("DE500000008");
        assertThat(answer.userErrorCodes("setTaxId")).containsExactly("TAX_ID_MALFORMED");
        assertThat(answer.text("data.setTaxId.userErrors.0.message")).contains("NIF-IVA");
        assertThat(client.ask(LIST, Map.of("id", id()))
                        .at("data.account.taxIds")
                        .size())
                .isZero();
    }

    @Test
    void findsATaxIdAsANode() {
        String id = set("DE500000007").text("data.setTaxId.taxId.id");
        String document = "query($id: ID!) { node(id: $id) { ... on TaxId { number } } }";
        assertThat(client.ask(document, Map.of("id", id)).text("data.node.number"))
                .isEqualTo("DE500000007");
        var stranger = api.client().on(accounts.open());
        assertThat(stranger.ask(document, Map.of("id", id)).at("data.node").isNull())
                .isTrue();
    }

    @Test
    void answersAForeignAccountAsNotFound() {
        account = accounts.open();
        assertThat(post("DE500000007").errorCodes()).containsExactly("NOT_FOUND");
    }

    @Test
    void needsTheScopeToWriteBilling() {
        client = api.client(Scope.BILLING_READ).on(account);
        assertThat(post("DE500000007").errorCodes()).containsExactly("FORBIDDEN");
    }

    private Answer set(String number) {
        return client.ask(SET, Map.of("input", input(number)));
    }

    private Answer post(String number) {
        return client.post(SET, Map.of("input", input(number)));
    }

    private Map<String, Object> input(String number) {
        Map<String, Object> input = new HashMap<>();
        input.put("accountId", id());
        input.put("number", number);
        return input;
    }

    private String id() {
        return GlobalId.of(account).toString();
    }
}
