-- Every amount is exact in the API's numbers, by one check per table: PostgreSQL reads all checks of a table anew for each
-- statement that writes to it.

alter table account_balance add constraint account_balance_is_exact check
  (greatest(credit_minor, goodwill_minor, held_credit_minor, held_goodwill_minor) <= 9007199254740991);

alter table account_order add constraint order_amounts_are_exact check
  (least(charges_minor, credits_minor, carried_invoices_minor, balance_applied_minor, balance_added_minor, due_minor) >= 0
    and greatest(charges_minor, credits_minor, total_minor, carried_invoices_minor, balance_applied_minor, balance_added_minor, due_minor)
      <= 9007199254740991);
alter table account_order drop constraint order_amounts_are_not_negative;

alter table order_line add constraint order_line_amounts_are_exact check
  (least(charge_net_minor, credit_net_minor) >= 0 and greatest(charge_net_minor, credit_net_minor) <= 9007199254740991);
alter table order_line drop constraint order_line_amounts_are_not_negative;

alter table settlement add constraint settlement_amounts_are_exact check
  (least(paid_minor, credited_minor, open_minor) >= 0 and greatest(total_minor, paid_minor, credited_minor, open_minor) <= 9007199254740991);
alter table settlement drop constraint settlement_amounts_are_not_negative;

alter table document_tax add constraint document_tax_amounts_are_exact check
  (least(net_minor, tax_minor, stated_tax_minor) >= 0 and greatest(net_minor, tax_minor, stated_tax_minor) <= 9007199254740991);
alter table document_tax drop constraint document_tax_amounts_are_not_negative;

alter table charge_line add constraint charge_amounts_are_exact check
  (least(full_price_minor, discount_amount_minor, charged_net_minor, charged_tax_minor) >= 0
    and greatest(full_price_minor, discount_amount_minor, charged_net_minor, charged_tax_minor, credited_net_minor, credited_tax_minor)
      <= 9007199254740991);
alter table charge_line drop constraint charge_is_within_limits;
alter table charge_line drop constraint full_price_is_within_limits;

alter table sandbox_charge add constraint sandbox_charge_is_exact check (amount_minor between 0 and 9007199254740991);

alter table sandbox_gateway_log add constraint sandbox_request_is_exact check (amount_minor between 0 and 9007199254740991);
