-- People may be seated after a reduction was scheduled: it always says by which rule some of them go, so that it never
-- fails when it falls due.

update scheduled_change set release_rule = 'LONGEST_WITHOUT_SIGN_IN' where release_rule is null;
alter table scheduled_change alter column release_rule set not null;
comment on column scheduled_change.release_rule is 'Whose seats are released if too many are assigned when it is due, after those of the users named.';
