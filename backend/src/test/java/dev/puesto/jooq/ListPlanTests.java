package dev.puesto.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.puesto.PuestoTest;
import dev.puesto.account.TestAccounts;
import dev.puesto.id.AccountId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists' ways to their rows as puesto_app, with the account set: a place in a list is found by an index alone. */
@PuestoTest
class ListPlanTests {
    private static final String ID = "'0190a8e4-0000-7000-8000-000000000000'";

    @Autowired
    TestAccounts accounts;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            account_user_by_invitation | account_user | (invited_at, id) > (now(), ID) order by invited_at, id
            deactivated_user_by_name | account_user | status = 'DEACTIVATED' and (name_key, id) > ('b', ID) order by name_key, id
            account_order_by_state | account_order | state = 'PLACED' and id < ID order by id desc
            document_by_number | document | number collate "C" >= 'A-2026' and number collate "C" < 'A-2027' order by number collate "C"
            document_by_issue | document | issued_at >= now() and (issued_at, id) < (now(), ID) order by issued_at desc, id desc
            ledger_entry_by_instant | ledger_entry | entered_at >= now() and (entered_at, id) < (now(), ID) order by entered_at desc, id desc
            mail_by_creation | mail | created_at >= now() and (created_at, id) < (now(), ID) order by created_at desc, id desc
            assignment_by_subscription | assignment | subscription_id = ID and product_id = ID and assigned_at >= now()
            assignment_by_release | assignment | subscription_id = ID and released_at >= now()
            last_sign_in_by_day | last_sign_in | product_id = ID and (signed_in_on, user_id) > (current_date, ID) order by signed_in_on, user_id
            """)
    void findsItsPlaceByTheIndexUnderRowLevelSecurity(String index, String table, String condition) throws Exception {
        AccountId account = accounts.open();
        String statement = "select 1 from " + table + " where account_id = '" + account.value() + "' and "
                + condition.replaceAll("\\bID\\b", ID) + " limit 101";
        assertThat(TestPlans.of(account, "set local enable_bitmapscan = off; set local enable_sort = off", statement))
                .contains(index)
                .doesNotContain("Filter: (", "Seq Scan");
    }
}
