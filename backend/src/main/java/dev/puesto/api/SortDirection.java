package dev.puesto.api;

/** Which end of a list comes first. */
public enum SortDirection {
    /** The smallest, the earliest, A. */
    ASC,
    /** The largest, the latest, Z. */
    DESC
}
