package dev.puesto.tax;

import dev.puesto.api.UserError;
import java.util.List;

/**
 * The text is no VAT number.
 *
 * @param field the path of the text in the input
 */
public record TaxIdMalformed(List<String> field) implements UserError {}
