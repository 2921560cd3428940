-- Tells of each row that was read why it is not used; a row counts for the first reason that holds.
-- Spaces around a field are no part of it, and a field of nothing but spaces is empty.
with trimmed as (
  select
    nullif(trim(product_id), '') as product_id,
    nullif(trim(product_name), '') as product_name,
    nullif(trim(product_price), '') as product_price,
    nullif(trim(store_id), '') as store_id,
    nullif(trim(store_name), '') as store_name,
    nullif(trim(quantity), '') as quantity_text,
    nullif(trim(date), '') as date_text,
    malformed is not null as has_other_fields
  from raw
), typed as (
  select
    *,
    -- Exact, so that sums do not depend on the order of the rows.
    try_cast(quantity_text as decimal(18, 3)) as quantity,
    try_cast(date_text as date) as date,
    -- Sorting by one number first costs half of what sorting by seven texts does.
    row_number() over (
      partition by
        xxhash64(product_id, product_name, product_price, store_id, store_name, quantity_text, date_text),
        product_id, product_name, product_price, store_id, store_name, quantity_text, date_text
      order by has_other_fields
    ) as copy
  from trimmed
)
select
  store_id,
  product_id,
  quantity,
  date,
  case
    when product_id is null or store_id is null or quantity_text is null or date_text is null then 'missing field'
    when has_other_fields then 'other number of fields'
    when quantity is null then 'quantity is no number'
    when quantity <= 0 then 'quantity is not positive'
    -- The cast also takes 2024-3-1 and 2024; the years are those that a forecast may be asked for.
    when date is null or string(date) <> date_text or year(date) not between 1970 and 2100 then 'date does not exist'
    when copy > 1 then 'duplicate'
  end as dropped
from typed
