package dev.puesto.signin;

import static dev.puesto.jooq.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.TestApi;
import dev.puesto.TestApi.Answer;
import dev.puesto.access.Permission;
import dev.puesto.access.Role;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import dev.puesto.id.GlobalId;
import dev.puesto.jooq.JobDb;
import dev.puesto.signin.TestPeople.TestPerson;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a signed-in person sees of themselves and may do, by role. */
@PuestoTest
class ViewerTests {

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JobDb db;

    private AccountId account;

    @BeforeEach
    void openAnAccount() {
        account = accounts.open();
    }

    @ParameterizedTest
    @EnumSource(names = {"BILLING_CONTACT", "SEAT_ADMIN", "READER"})
    void contactMayWhatTheRoleAllows(Role role) {
        assertThat(permissions(people.contact(account, role))).isEqualTo(names(role.permissions()));
    }

    @Test
    void rolesOfOneContactAddUp() {
        Set<String> both = new TreeSet<>(names(Role.BILLING_CONTACT.permissions()));
        both.addAll(names(Role.SEAT_ADMIN.permissions()));
        assertThat(permissions(people.contact(account, Role.BILLING_CONTACT, Role.SEAT_ADMIN)))
                .isEqualTo(both);
    }

    @Test
    void operatorReadsEveryAccount() {
        assertThat(permissions(people.operator())).isEqualTo(names(Role.OPERATOR.permissions()));
    }

    @Test
    void representativeReadsTheAccountsInTheirCareAlone() {
        TestPerson person = people.person();
        db.sql()
                .update(ACCOUNT)
                .set(ACCOUNT.REPRESENTATIVE_ID, people.represents(person))
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .execute();
        assertThat(permissions(person)).isEqualTo(names(Role.REPRESENTATIVE.permissions()));
        account = accounts.open();
        assertThat(permissions(person)).isEmpty();
    }

    @Test
    void strangerSeesNoAccount() {
        assertThat(permissions(people.person())).isEmpty();
    }

    @Test
    void seatAdminSeesNoMoney() {
        TestBrowser browser = signedIn(people.contact(account, Role.SEAT_ADMIN));
        String account = "account(id: \"" + GlobalId.of(this.account) + "\")";
        assertThat(browser.ask("{ " + account + " { name } }").text("data.account.name"))
                .startsWith("Acme");
        assertThat(browser.ask("{ " + account + " { billingEmail } }")
                        .at("data.account")
                        .isNull())
                .isTrue();
    }

    @Test
    void personSeesThemselvesAndTheirAccounts() {
        TestPerson person = people.contact(account, Role.READER, Role.SEAT_ADMIN);
        Answer who = signedIn(person).ask("""
                { viewer { name scopes ... on PersonViewer { id email locale operator representative { name }
                  accounts { account { id name } roles } } } }""");
        assertThat(who.text("data.viewer.email")).as(who.body()).isEqualTo(person.email());
        assertThat(who.text("data.viewer.locale")).isEqualTo("es");
        assertThat(who.at("data.viewer.operator").asBoolean()).isFalse();
        assertThat(who.at("data.viewer.representative").isNull()).isTrue();
        assertThat(who.at("data.viewer.scopes").size()).isEqualTo(13);
        assertThat(who.at("data.viewer.accounts").size()).isEqualTo(1);
        assertThat(who.text("data.viewer.accounts.0.account.id"))
                .isEqualTo(GlobalId.of(account).toString());
        assertThat(who.at("data.viewer.accounts.0.roles").toString()).isEqualTo("[\"READER\",\"SEAT_ADMIN\"]");
    }

    @Test
    void languageIsKeptOnThePerson() {
        TestPerson person = people.person();
        TestBrowser browser = signedIn(person);
        String set =
                "mutation { setViewerLocale(input: { locale: \"%s\" }) { viewer { locale } userErrors { code field } } }";
        assertThat(browser.ask(set.formatted("en")).text("data.setViewerLocale.viewer.locale"))
                .isEqualTo("en");
        assertThat(signedIn(person)
                        .ask("{ viewer { ... on PersonViewer { locale } } }")
                        .text("data.viewer.locale"))
                .isEqualTo("en");
        Answer unknown = browser.ask(set.formatted("fr"));
        assertThat(unknown.userErrorCodes("setViewerLocale")).containsExactly("INVALID_INPUT");
        assertThat(unknown.at("data.setViewerLocale.userErrors.0.field").toString())
                .isEqualTo("[\"input\",\"locale\"]");
    }

    @Test
    void clientHasNoLanguage() {
        Answer refused =
                api.client().post("mutation { setViewerLocale(input: { locale: \"en\" }) { viewer { locale } } }");
        assertThat(refused.errorCodes()).containsExactly("FORBIDDEN");
    }

    @Test
    void paymentFormIsTheSandboxs() {
        Answer form = signedIn(people.person()).ask("{ paymentForm { kind publicKey origins } }");
        assertThat(form.at("data.paymentForm").toString())
                .isEqualTo("{\"kind\":\"SANDBOX\",\"publicKey\":null,\"origins\":[]}");
    }

    private TestBrowser signedIn(TestPerson person) {
        TestBrowser browser = new TestBrowser(api.at("/"));
        assertThat(browser.signIn(person.email(), TestPeople.PASSWORD, "/").status())
                .isEqualTo(200);
        return browser;
    }

    private Set<String> permissions(TestPerson person) {
        Answer answer = signedIn(person).ask("{ account(id: \"" + GlobalId.of(account) + "\") { viewerPermissions } }");
        return answer.at("data.account.viewerPermissions")
                .valueStream()
                .map(value -> value.asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
