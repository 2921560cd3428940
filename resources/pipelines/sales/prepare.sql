-- One row a store, product and month, with what the baselines say of it.
with sums as (
  select
    store_id,
    product_id,
    date(trunc(date, 'month')) as period,
    sum(quantity) as quantity,
    min(date) as first_day,
    max(date) as last_day
  from clean
  group by store_id, product_id, trunc(date, 'month')
), months as (
  -- How many days at the beginning and at the end of each month have no sale anywhere.
  select
    period,
    day(min(first_day)) - 1 as before,
    datediff(last_day(period), max(last_day)) as after,
    lag(period) over (order by period) is null as is_first,
    lead(period) over (order by period) is null as is_last
  from sums
  group by period
), usual as (
  select
    *,
    coalesce(max(if(is_first, null, before)) over (), 31) + 3 as most_before,
    coalesce(max(if(is_last, null, after)) over (), 31) + 3 as most_after
  from months
), covered as (
  -- Sales that begin or end inside a month would make it look bad: it lacks more days than any other month does.
  select period
  from usual
  where not (is_first and before > most_before) and not (is_last and after > most_after)
)
select /*+ broadcast(covered) */
  store_id,
  product_id,
  year(period) as year,
  month(period) as month,
  period,
  double(quantity) as quantity,
  double(sum(quantity) over (
    partition by store_id, product_id order by 12 * year(period) + month(period)
    range between 1 preceding and 1 preceding)) as month_before,
  double(sum(quantity) over (
    partition by store_id, product_id order by 12 * year(period) + month(period)
    range between 12 preceding and 12 preceding)) as last_year
from sums join covered using (period)
