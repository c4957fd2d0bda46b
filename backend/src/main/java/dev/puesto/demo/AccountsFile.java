package dev.puesto.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of {@code demo/accounts.json}. */
record AccountsFile(List<VendorPerson> operators, List<VendorPerson> representatives, List<DemoAccount> accounts) {

    record VendorPerson(
            String code,
            String name,
            String email,
            String locale,
            @Nullable String phone) {}

    /**
     * A customer with its history.
     *
     * @param address street, postal code, city
     * @param taxId its VAT number; null: it has none
     * @param paymentMethod whether a card that works is on file
     * @param paymentTermDays days to pay an invoice; null: a card pays at checkout
     * @param seated how many users sit in each product, by the product's code
     * @param goodwillMinor a balance that the vendor gave, in minor units
     * @param overdue the status of subscriptions whose invoice is long due; null: none is
     */
    record DemoAccount(
            String code,
            String name,
            String kind,
            @Nullable String representative,
            String customerType,
            String currency,
            String country,
            String timeZone,
            String locale,
            @Nullable String externalId,
            List<String> address,
            @Nullable DemoTaxId taxId,
            boolean paymentMethod,
            @Nullable Integer paymentTermDays,
            List<DemoContact> contacts,
            DemoUsers users,
            List<DemoOrder> orders,
            Map<String, Integer> seated,
            @Nullable Long goodwillMinor,
            @Nullable String overdue) {

        boolean paysByInvoice() {
            return paymentTermDays != null;
        }
    }

    /** One of the sandbox's published VAT numbers, with what its check says. */
    record DemoTaxId(String number, String state) {}

    record DemoContact(String name, String email, String locale, List<String> roles) {}

    /**
     * How many users and from which name lists of {@code demo/names.json}, in turn.
     */
    record DemoUsers(int count, List<String> cultures) {}

    /** What was bought some days before the load. */
    record DemoOrder(
            int daysAgo, List<DemoChange> changes, @Nullable String purchaseOrderNumber) {}

    /**
     * A change: of the subscription to a product, or a new one to a plan.
     *
     * @param effective {@code NOW} or {@code AT_RENEWAL}; null: now
     */
    record DemoChange(
            @Nullable String plan,
            @Nullable String product,
            long seats,
            @Nullable String effective) {}
}
