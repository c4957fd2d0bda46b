package dev.puesto.benchmark;

/** What the workloads ask. */
final class Documents {

    static final String ACCOUNTS = """
            query($after: String) { accounts(first: 100, after: $after) { nodes { id name } pageInfo { endCursor hasNextPage } } }""";

    static final String SUBSCRIPTIONS = """
            query($account: ID!) { account(id: $account) { subscriptions(first: 20) { nodes { id seatsOwned product { code } } } } }""";

    static final String ACCOUNT_PAGE = """
            query($account: ID!) { account(id: $account) { id name subscriptions(first: 3) { nodes {
              id status seatsOwned seatsAssigned seatsFree nextBillingDate
              product { code name } plan { code interval }
              price { model currency fixedFee { amount } tiers { firstSeat unitPrice { amount } } }
              assignments(first: 50) { nodes { id assignedAt user { id name email } } } } } } }""";

    static final String USERS = """
            query($account: ID!, $after: String) { account(id: $account) { users(first: 50, after: $after) {
              nodes { id name email externalId status } pageInfo { endCursor hasNextPage } } } }""";

    static final String USERS_COUNTED = """
            query($account: ID!, $after: String) { account(id: $account) { users(first: 50, after: $after) {
              totalCount nodes { id name email externalId status } pageInfo { endCursor hasNextPage } } } }""";

    static final String SKIP = """
            query($account: ID!, $after: String) { account(id: $account) { users(first: 100, after: $after) { pageInfo { endCursor } } } }""";

    static final String PRODUCTS = """
            { products(first: 100) { nodes { code name plans { code interval prices { currency model fixedFee { amount } tiers { firstSeat unitPrice { amount } } } } } } }""";

    static final String SEAT_QUOTE = """
            query($account: ID!, $changes: [SeatChangeInput!]!) { seatQuote(input: { accountId: $account, changes: $changes }) {
              id summary lines { kind seats ratio explanation amount { amount } tax { amount } }
              totals { charges { amount } credits { amount } total { amount } amountDue { amount } } obstacles { code } } }""";

    static final String FILL_CART = """
            mutation($account: ID!, $one: SeatChangeInput!, $two: SeatChangeInput!, $three: SeatChangeInput!) {
              one: setCartLine(input: { accountId: $account, change: $one }) { userErrors { code message } }
              two: setCartLine(input: { accountId: $account, change: $two }) { userErrors { code message } }
              three: setCartLine(input: { accountId: $account, change: $three }) { cart { id seatQuote { id } } userErrors { code message } } }""";

    static final String CHECKOUT = """
            mutation($input: CheckoutInput!) { checkout(input: $input) { order { id state number } userErrors { code message } } }""";

    static final String ADD_METHOD = """
            mutation($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) { userErrors { code message } } }""";

    static final String ASSIGN = """
            mutation($input: AssignSeatsInput!) { assignSeats(input: $input) { results { outcome } userErrors { code message } } }""";

    static final String RELEASE = """
            mutation($input: ReleaseSeatsInput!) { releaseSeats(input: $input) { results { outcome } userErrors { code message } } }""";

    static final String SIGN_IN_CHECK = """
            query($product: String!, $user: ID!) { signInCheck(productCode: $product, user: { id: $user }) { seated refusal } }""";

    private Documents() {}
}
