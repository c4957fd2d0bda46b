package dev.puesto.tax;

import dev.puesto.api.UserError;
import java.util.List;

/**
 * A private person has no VAT number.
 *
 * @param field the path of the text in the input
 */
public record TaxIdNeedsBusiness(List<String> field) implements UserError {}
