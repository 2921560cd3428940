-- One row a comment; the label's order is that of output_labels.
select
  id,
  clean_text,
  double(case label when 'bad' then 0 when 'neutral' then 1 when 'good' then 2 end) as label
from raw
where clean_text is not null and label in ('bad', 'neutral', 'good')
