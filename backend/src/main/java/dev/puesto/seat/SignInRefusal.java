package dev.puesto.seat;

/** Why a user cannot sign in to a product. */
enum SignInRefusal {
    /** There is no such user that the caller may ask about. */
    USER_UNKNOWN,
    /** The user is deactivated. */
    USER_DEACTIVATED,
    /** There is no such product. */
    PRODUCT_UNKNOWN,
    /** The user has no seat. */
    NO_SEAT,
    /** The subscription that the user sat in is suspended. */
    SUBSCRIPTION_SUSPENDED,
    /** The subscription that the user sat in ended. */
    SUBSCRIPTION_ENDED
}
